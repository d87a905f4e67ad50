import type { OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import { carriedOver } from '@zhuowei/domain/reports/weekly-draft.ts'
import { useSession } from '../app/session.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { openHalf, weeklyKeeper } from './keepers.ts'
import { missingInWeek } from './missing.ts'
import { contentOf, type DraftLine, type ReportDraft, withFact } from './report-draft.ts'
import { useReportDraft } from './useReportDraft.ts'
import styles from './WeeklyEditor.module.css'
import { WeeklyPlan } from './WeeklyPlan.tsx'
import { WeeklySummary } from './WeeklySummary.tsx'

interface WeeklyEditorProps {
  opened: OpenedWeekly
  onBack: () => void
  onSubmitted: (opened: OpenedWeekly) => void
}

/** 五.2: what came of this week beside what the next one is for; one submit answers to both duties. */
export function WeeklyEditor({ opened, onBack, onSubmitted }: WeeklyEditorProps) {
  const { person } = useSession()
  const work = useReportDraft(weeklyKeeper(opened), person.id, onSubmitted)
  const { draft, change } = work
  const { summary, plan } = opened
  const halves = { summary: summary.can.submit, plan: plan.can.submit }
  const last = { id: summary.id, monday: opened.monday }
  return (
    <EditorFrame
      title="周报"
      files={halves.plan && !halves.summary ? '下周计划' : undefined}
      subject={opened.subject}
      timeOption={opened.timeOption}
      owed={openHalf(opened) === summary ? 'weekly_summary' : 'weekly_plan'}
      work={work}
      missing={(needsReason) => missingInWeek(draft, needsReason, halves)}
      onBack={onBack}
    >
      <div className={styles.halves}>
        <WeeklySummary
          opened={opened}
          work={work}
          onDecide={(line, done) =>
            change((before) =>
              plan.can.save ? handedOn(before, line, done, last) : decided(before, line, done),
            )
          }
        />
        <WeeklyPlan
          opened={opened}
          work={work}
          left={carriedOver(last, contentOf(draft).description).filter(
            ({ text }) =>
              draft.description.some((line) => line.text === text && line.done === false) &&
              !draft.next.some((line) => line.text === text),
          )}
          onTake={(lines) =>
            change((before) =>
              lines.reduce(
                (after, line) => withFact(after, { ...offered, box: 'next', line: { ...line, done: null } }),
                before,
              ),
            )
          }
        />
      </div>
    </EditorFrame>
  )
}

const offered = { at: null, clause: null, included: false, news: false }

function decided(draft: ReportDraft, line: DraftLine, done: boolean): ReportDraft {
  // What was in the way is over once the item is done.
  const said = { done, ...(done && line.issue && { issue: '' }) }
  const description = draft.description.map((row) => (row.key === line.key ? { ...row, ...said } : row))
  return { ...draft, description }
}

/** 五.2.3)② what was not finished goes into the next plan by itself, and out again when it turns out to be done. */
function handedOn(
  draft: ReportDraft,
  line: DraftLine,
  done: boolean,
  last: { id: string | null; monday: string },
): ReportDraft {
  const said = decided(draft, line, done)
  const [carried] = carriedOver(last, [{ ...line, done: false }])
  if (!carried) return said
  if (done)
    return { ...said, next: said.next.filter(({ text, carried: age }) => !(age && text === carried.text)) }
  if (said.next.some(({ text }) => text === carried.text)) return said
  return withFact(said, { ...offered, box: 'next', line: { ...carried, done: null } })
}
