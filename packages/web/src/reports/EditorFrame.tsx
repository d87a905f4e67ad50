import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { ReactNode } from 'react'
import { useNow } from '../ui/clock.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { DeadlineBar, isGraceNow } from './DeadlineBar.tsx'
import styles from './Editor.module.css'
import { MergeDialog } from './MergeDialog.tsx'
import { ReasonField } from './ReasonField.tsx'
import { SavedNote } from './SavedNote.tsx'
import type { useReportDraft } from './useReportDraft.ts'

type Deadline = OpenedDaily['deadline']

interface EditorFrameProps {
  /** 日报, 周报, 月报, 出差报告. */
  title: string
  subject: string
  timeOption: string
  /** What the button files, where that is not the whole. */
  files?: string | undefined
  /** What is owed, for the clauses of its deadline. */
  owed: ObligationKind
  work: ReturnType<typeof useReportDraft>
  /** What is still missing, when a special reason is asked for and when not. */
  missing: (needsReason: boolean) => string | null
  /** Something to be asked before it is filed; otherwise it is filed at once. */
  onSubmit?: () => void
  /** Below the verb once nothing is missing. */
  filled?: string
  onBack: () => void
  aside?: ReactNode
  children: ReactNode
}

/** The frame of every report: until when, the special reason in the grace period, the boxes, one submit. */
export function EditorFrame(props: EditorFrameProps) {
  const { title, subject, timeOption, owed, work, onSubmit, filled = '必填已齐' } = props
  const phone = usePhone()
  const now = useNow()
  const { draft, change, saved } = work
  const needsReason = isGraceNow(saved.deadline, now)
  const lacks = props.missing(needsReason)
  const besideFields = work.refused?.errors?.every(({ path }) => shown.has(boxIn(path))) ?? false
  return (
    <Page>
      <PageHeader
        title={phone ? subject : title}
        onBack={props.onBack}
        trailing={<span className={styles.option}>{timeOption}</span>}
        note={phone ? undefined : subject}
        extra={phone ? undefined : <SavedNote at={saved.at} unsaved={work.unsaved} />}
      />
      <div className={styles.body} data-aside={props.aside !== undefined}>
        <div className={styles.main}>
          <DeadlineBar deadline={saved.deadline} owed={owed} />
          {work.failure !== null && !besideFields && <RefusalBox error={work.failure} />}
          {needsReason && (
            <div className={styles.cards}>
              <section className={styles.card}>
                <ReasonField
                  draft={draft}
                  onChange={(next) => change((before) => ({ ...before, ...next }))}
                  errors={{ kind: errorOf(work, 'specialReasonKind'), text: errorOf(work, 'specialReason') }}
                />
              </section>
            </div>
          )}
          {props.children}
        </div>
        {props.aside}
      </div>
      <SubmitBar
        label={submitLabel(props.files ?? title, saved.deadline, now)}
        onSubmit={onSubmit ?? (() => work.submit())}
        submitting={work.submitting}
        missing={lacks ?? undefined}
        note={
          work.unsaved && phone ? (
            <SavedNote at={null} unsaved={work.unsaved} />
          ) : (
            noteBelow(saved.deadline, lacks ? '边写边存，填齐后再提交' : filled, lacks === null, now)
          )
        }
      />
      {work.other && <MergeDialog merged={work.other} onDecide={work.decide} />}
    </Page>
  )
}

/** Errors that stand beside their box need no second place. */
const shown = new Set(['description', 'result', 'issue', 'specialReasonKind', 'specialReason'])

/** `summary.result` and `result` are the same box on their screens. */
const boxIn = (path: string) => path.replace(/^summary\./, '')

export function errorOf({ refused }: Pick<EditorFrameProps['work'], 'refused'>, box: string) {
  return refused?.errors?.find(({ path }) => boxIn(path) === box)?.message
}

function submitLabel(title: string, { owed, graceAt }: Deadline, now: Date): string {
  return owed && graceAt && !isMet(new Date(graceAt), now) ? '补填' : `提交${title}`
}

function noteBelow({ filesItselfAt }: Deadline, said: string, complete: boolean, now: Date): string {
  if (!complete || !filesItselfAt) return said
  return `${said}；到 ${deadlineText(new Date(filesItselfAt), shanghaiDate(now))} 未提交也会自动提交`
}
