import { Link } from '@tanstack/react-router'
import type { OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import { addDays } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields, reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import type { DraftLine as PlannedLine } from '@zhuowei/domain/reports/daily-draft.ts'
import { Button } from 'antd'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './Editor.module.css'
import { BoxHead } from './EditorParts.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { LineSource } from './LineSource.tsx'
import { LinesBox } from './LinesBox.tsx'
import { type Fact, hasFact, type ReportDraft, withFact } from './report-draft.ts'
import type { useReportDraft } from './useReportDraft.ts'
import week from './WeeklyEditor.module.css'

interface WeeklyPlanProps {
  opened: OpenedWeekly
  work: ReturnType<typeof useReportDraft>
  /** Not finished this week and not in the plan. */
  left: readonly PlannedLine[]
  onTake: (lines: readonly PlannedLine[]) => void
}

/** 下周计划 under its own subject, with 需要支持和资源 (五.2.3)①). */
export function WeeklyPlan({ opened, work, left, onTake }: WeeklyPlanProps) {
  const { plan } = opened
  const { draft, change } = work
  const isLater = plan.monday !== addDays(opened.monday, 7)
  const facts = plan.facts
    .map((fact) => ({ ...fact, box: 'next' as const }))
    .filter((fact) => !hasFact(draft, fact) && !isAskedHere(draft, fact))
  return (
    <section className={week.half} aria-label="下周计划">
      <div className={styles.cards}>
        <header className={week.head}>
          <h2>{isLater ? '下个有工作日的一周：计划' : '下周计划'}</h2>
          <span>{plan.subject}</span>
          {isLater && <StateTag tone="amber">不是紧接的下一周</StateTag>}
        </header>
        <p className={week.period}>
          {reportFields.timeOption}：{reportForms.weekly.timeOption}，{dateWithWeekday(plan.monday)} 至{' '}
          {plan.sunday.slice(5)}
          {isLater && '；中间的周没有工作日'}
        </p>
        {plan.can.save ? (
          <>
            {left.length > 0 && (
              <div className={week.left}>
                <span>本周没完成、还没列入的 {left.length} 项</span>
                <Button size="small" onClick={() => onTake(left)}>
                  列入下周
                </Button>
              </div>
            )}
            <LinesBox
              box="next"
              label="下周工作计划"
              prompt={opened.prompts.description}
              note="到期的下一步和计划的拜访已写入"
              errorPath="plan.description"
              work={work}
            />
            <LinesBox
              box="support"
              label="需要支持和资源"
              prompt="在周计划中说明，提交后到经理那里，周例会上定"
              errorPath="plan.support"
              work={work}
            />
          </>
        ) : (
          <Filed plan={plan} />
        )}
      </div>
      {plan.can.save && facts.length > 0 && (
        <FactsPanel
          title="可以列入的"
          facts={facts}
          draft={draft}
          onWrite={(chosen) => change((before) => chosen.reduce(withFact, before))}
        />
      )}
    </section>
  )
}

/** Whether an item of this week was finished is said in the other half, and decides by itself. */
const isAskedHere = ({ description }: ReportDraft, { line }: Fact) =>
  line.carried !== undefined && description.some(({ text }) => text === line.text)

/** The plan that was handed in, with what became of what it asks for. */
function Filed({ plan }: { plan: OpenedWeekly['plan'] }) {
  return (
    <div className={styles.card}>
      {plan.submittedAt && plan.id ? (
        <p className={week.locked} role="status">
          计划已提交。
          <Link to="/reports/$reportId" params={{ reportId: plan.id }}>
            看计划
          </Link>
          <ClauseChip clause="五.2.2)①" />
        </p>
      ) : (
        <p className={week.locked}>{plan.closed ?? '现在不能写这份计划'}</p>
      )}
      <BoxHead id="next-plan" label={reportFields.description} prompt={reportForms.weekly.description} />
      <ul className={week.items} aria-labelledby="next-plan">
        {plan.description.map((line) => (
          <li key={line.text}>
            {line.text} <LineSource line={line} />
          </li>
        ))}
      </ul>
    </div>
  )
}
