import { useQuery } from '@tanstack/react-query'
import type { OpenedDaily, Report } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { unfinished } from '@zhuowei/domain/reports/daily-draft.ts'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useNow } from '../ui/clock.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import { ConfirmFiling, unsaidIn } from './ConfirmFiling.tsx'
import styles from './DailyEditor.module.css'
import { DeadlineBar } from './DeadlineBar.tsx'
import { type DraftLine, withFact } from './daily-draft.ts'
import { EditorAside } from './EditorAside.tsx'
import { BoxHead, FieldError, Heading } from './EditorParts.tsx'
import { LineRows } from './LineRows.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { missingIn } from './missing.ts'
import { ReasonField } from './ReasonField.tsx'
import { SavedNote } from './SavedNote.tsx'
import { useDailyDraft } from './useDailyDraft.ts'

interface DailyEditorProps {
  opened: OpenedDaily
  onBack: () => void
  onSubmitted: (report: Report) => void
}

/** 五.1.2)① the card of the regulation: 任务主题, 时间选项, 任务描述, 完成情况; written from the day's facts, saved as it is typed. */
export function DailyEditor({ opened, onBack, onSubmitted }: DailyEditorProps) {
  const { person } = useSession()
  const phone = usePhone()
  const now = useNow()
  const work = useDailyDraft(opened, person.id, onSubmitted)
  const { draft, change, saved } = work
  const ids = { description: useId(), result: useId(), issue: useId() }
  const errorOf = (path: string) => work.refused?.errors?.find((error) => error.path === path)?.message
  const open = unfinished(draft.description)
  const needsReason = isGraceNow(saved.deadline, now)
  const missing = missingIn(draft, needsReason)
  const { data: mine } = useQuery(read('reports', 'mine', { query: { limit: 5 } }))
  const [asking, setAsking] = useState(false)
  const early = tooEarly(opened, now)
  const file = () => (early || unsaidIn(draft).length > 0 ? setAsking(true) : work.submit())
  const known = new Set(['description', 'result', 'issue', 'specialReasonKind', 'specialReason'])
  const besideFields = work.refused?.errors?.every(({ path }) => known.has(path)) ?? false
  return (
    <Page>
      <PageHeader
        title={phone ? opened.subject : '日报'}
        onBack={onBack}
        trailing={<span className={styles.option}>{opened.timeOption}</span>}
        note={phone ? undefined : opened.subject}
        extra={phone ? undefined : <SavedNote at={saved.at} unsaved={work.unsaved} />}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <DeadlineBar deadline={saved.deadline} />
          {work.failure !== null && !besideFields && <RefusalBox error={work.failure} />}
          <div className={styles.cards}>
            {!phone && <Heading opened={opened} />}
            {needsReason && (
              <section className={styles.card}>
                <ReasonField
                  draft={draft}
                  onChange={(next) => change((before) => ({ ...before, ...next }))}
                  errors={{ kind: errorOf('specialReasonKind'), text: errorOf('specialReason') }}
                />
              </section>
            )}
            <section className={styles.card}>
              <BoxHead
                id={ids.description}
                label={reportFields.description}
                prompt={opened.prompts.description}
                note={phone ? undefined : '点圆圈说明完成没有'}
              />
              <LineRows
                rows={draft.description}
                onChange={(description) => change((before) => ({ ...before, description }))}
                label={reportFields.description}
                checks
                invalid={errorOf('description') !== undefined}
                errorId={`${ids.description}-error`}
              />
              <FieldError id={`${ids.description}-error`} message={errorOf('description')} />
            </section>
            <section className={styles.card}>
              <BoxHead
                id={ids.result}
                label={reportFields.result}
                prompt={opened.prompts.result}
                note={phone ? undefined : factNote(opened)}
              />
              <LineRows
                rows={draft.result}
                onChange={(result) => change((before) => ({ ...before, result }))}
                label={reportFields.result}
                timeOf={(line) => timeOfFact(opened, line)}
                invalid={errorOf('result') !== undefined}
                errorId={`${ids.result}-error`}
              >
                <div className={styles.issue} data-needed={open > 0}>
                  <div className={styles.issueHead}>
                    <label htmlFor={ids.issue}>
                      存在问题及计划{open > 0 && `（${open} 项未完成，必填）`}
                    </label>
                    <VoiceKey
                      label="存在问题及计划"
                      onText={(text) => change((before) => ({ ...before, issue: before.issue + text }))}
                    />
                  </div>
                  <Input.TextArea
                    id={ids.issue}
                    variant="borderless"
                    autoSize={{ minRows: phone ? 2 : 3, maxRows: 12 }}
                    value={draft.issue}
                    maxLength={4000}
                    aria-invalid={errorOf('issue') !== undefined}
                    aria-describedby={`${ids.issue}-error`}
                    placeholder="没有完成的写明原因和下一步；没有就不写"
                    onChange={({ target }) => change((before) => ({ ...before, issue: target.value }))}
                  />
                  <FieldError id={`${ids.issue}-error`} message={errorOf('issue')} />
                </div>
              </LineRows>
              <FieldError id={`${ids.result}-error`} message={errorOf('result')} />
            </section>
          </div>
        </div>
        <EditorAside
          opened={opened}
          draft={draft}
          onWrite={(fact) => change((before) => withFact(before, fact))}
          mine={mine}
        />
      </div>
      <SubmitBar
        label={submitLabel(saved.deadline, now)}
        onSubmit={file}
        submitting={work.submitting}
        missing={missing ?? undefined}
        note={
          work.unsaved && phone ? (
            <SavedNote at={null} unsaved={work.unsaved} />
          ) : (
            noteBelow({ deadline: saved.deadline, missing, unsaid: unsaidIn(draft).length }, now)
          )
        }
      />
      {asking && (
        <ConfirmFiling
          draft={draft}
          early={early}
          onClose={() => setAsking(false)}
          onFile={(said) => {
            setAsking(false)
            work.submit(said)
          }}
        />
      )}
      {work.other && <MergeDialog merged={work.other} onDecide={work.decide} />}
    </Page>
  )
}

function isGraceNow({ owed, state, dueAt, graceAt }: OpenedDaily['deadline'], now: Date): boolean {
  if (!owed || state === 'waived' || !dueAt || !graceAt) return false
  return new Date(dueAt) < now && now.getTime() < new Date(graceAt).getTime() + 60_000
}

function submitLabel({ owed, graceAt }: OpenedDaily['deadline'], now: Date): string {
  const over = graceAt !== null && now.getTime() >= new Date(graceAt).getTime() + 60_000
  return owed && over ? '补填' : '提交日报'
}

function noteBelow(
  {
    deadline,
    missing,
    unsaid,
  }: { deadline: OpenedDaily['deadline']; missing: string | null; unsaid: number },
  now: Date,
): string {
  if (missing) return '边写边存，填齐后再提交'
  const filled = unsaid > 0 ? `${unsaid} 项还没说完成没有` : '必填已齐'
  if (!deadline.filesItselfAt) return filled
  return `${filled}；到 ${deadlineText(new Date(deadline.filesItselfAt), shanghaiDate(now))} 未提交也会自动提交`
}

/** In the morning of the day itself most of it has not happened yet. */
function tooEarly({ date, deadline }: OpenedDaily, now: Date): string | null {
  if (!deadline.owed || date !== shanghaiDate(now) || shanghaiTime(now) >= '12:00') return null
  const until = deadline.dueAt ? `正常截止 ${deadlineText(new Date(deadline.dueAt), date)}，` : ''
  return `${until}填齐的草稿到时自动提交；现在交了，之后的拜访要另外补进。`
}

function factNote({ facts }: OpenedDaily): string | undefined {
  const written = facts.filter(({ box }) => box === 'result').length
  return written > 0 ? `${written} 条当天事实，可改可删` : undefined
}

function timeOfFact({ facts }: OpenedDaily, { ref }: DraftLine): string | undefined {
  const at = ref && facts.find(({ line }) => line.ref?.id === ref.id && line.ref.type === ref.type)?.at
  return at ? shanghaiTime(new Date(at)) : undefined
}
