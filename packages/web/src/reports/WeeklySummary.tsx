import { LockOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { OpenedWeekly } from '@zhuowei/contract/period-reports.ts'
import { dateWithWeekday, weekdayShort } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { unfinished } from '@zhuowei/domain/reports/daily-draft.ts'
import { Input } from 'antd'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { Segments } from '../ui/Segments.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Editor.module.css'
import { BoxHead, Heading } from './EditorParts.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { IssueBox } from './IssueBox.tsx'
import { LineSource } from './LineSource.tsx'
import { LinesBox } from './LinesBox.tsx'
import { type DraftLine, type Fact, withFact } from './report-draft.ts'
import type { useReportDraft } from './useReportDraft.ts'
import week from './WeeklyEditor.module.css'

interface WeeklySummaryProps {
  opened: OpenedWeekly
  work: ReturnType<typeof useReportDraft>
  onDecide: (line: DraftLine, done: boolean) => void
}

/** 本周完成情况: each item of the plan with what happened of it, 完成 or 未完成, and what stood in the way. */
export function WeeklySummary({ opened, work, onDecide }: WeeklySummaryProps) {
  const phone = usePhone()
  const { summary, prompts } = opened
  const { draft, change } = work
  const untold = draft.description.filter(({ issue }) => !issue?.trim())
  return (
    <section className={week.half} aria-label="本周完成情况">
      <div className={styles.cards}>
        <header className={week.head}>
          <h2>本周完成情况</h2>
          {phone && <span>{opened.subject}</span>}
        </header>
        {!phone && (
          <Heading
            opened={opened}
            period={`${dateWithWeekday(opened.monday)} 至 ${opened.sunday.slice(5)}`}
          />
        )}
        {summary.can.save ? (
          <>
            <LinesBox
              box="description"
              label={reportFields.description}
              prompt={prompts.description}
              note={noteOf(summary)}
              fixed={summary.planFiled}
              work={work}
              below={(line, edit) => (
                <Outcome
                  line={line}
                  facts={summary.facts.filter(({ keeps }) => keeps?.includes(line.text))}
                  onDecide={(done) => onDecide(line, done)}
                  onIssue={(issue) => edit({ issue })}
                />
              )}
            />
            <LinesBox
              box="result"
              label={reportFields.result}
              prompt={prompts.result}
              note={summary.description.length > 0 ? '计划内的已写入，可改可删' : undefined}
              work={work}
            >
              <IssueBox work={work} open={unfinished(untold)} byItem />
            </LinesBox>
          </>
        ) : (
          <Closed opened={opened} />
        )}
      </div>
      {summary.can.save && (
        <FactsPanel
          title="本周事实"
          facts={summary.facts}
          draft={draft}
          onWrite={(facts) => change((before) => facts.reduce(withFact, before))}
          empty="本周没有记下拜访、新客户和等级变化，也没有日报可以引用。"
        />
      )}
    </section>
  )
}

/** A plan that was handed in says the same at the end of its week; to change it is a version of the report. */
function noteOf({ planFiled, description }: OpenedWeekly['summary']): string {
  if (planFiled) return '计划已提交，每项注明完成或未完成'
  return description.length === 0 ? '这一周没有交计划，补上做过的重点' : '每项注明完成或未完成'
}

interface OutcomeProps {
  line: DraftLine
  facts: readonly Fact[]
  onDecide: (done: boolean) => void
  onIssue: (issue: string) => void
}

/** Under an item of the plan: what happened, and how it ended. */
function Outcome({ line, facts, onDecide, onIssue }: OutcomeProps) {
  if (line.text.trim() === '') return null
  return (
    <div className={week.outcome}>
      {facts.length > 0 && (
        <ul className={week.happened}>
          {facts.map((fact) => (
            <li key={`${fact.line.ref?.id} ${fact.line.text}`}>
              <span>{fact.group}</span> {fact.line.text} <LineSource line={fact.line} />
            </li>
          ))}
        </ul>
      )}
      <div className={week.ended}>
        <Segments<'done' | 'undone' | ''>
          label={`${line.text}：完成没有`}
          value={line.done === null ? '' : line.done ? 'done' : 'undone'}
          onChange={(value) => onDecide(value === 'done')}
          options={[
            { value: 'done', label: '完成' },
            { value: 'undone', label: '未完成' },
          ]}
        />
        {line.done === false && (
          <Input
            aria-label={`${line.text}：存在问题`}
            placeholder="存在问题及下一步"
            maxLength={500}
            value={line.issue ?? ''}
            onChange={({ target }) => onIssue(target.value)}
          />
        )}
      </div>
    </div>
  )
}

/** 五.2.2)①: before the last working day there is nothing to sum up; afterwards it is filed. */
function Closed({ opened: { summary, prompts } }: { opened: OpenedWeekly }) {
  return (
    <div className={styles.card}>
      {summary.lockedUntil && (
        <p className={week.locked} role="status">
          <LockOutlined /> 完成情况 {summary.lockedUntil.slice(5)} {weekdayShort(summary.lockedUntil)}
          （本周最后一个工作日）起填写 <ClauseChip clause="五.2.2)①" />
        </p>
      )}
      {!summary.lockedUntil && summary.closed && <p className={week.locked}>{summary.closed}</p>}
      {summary.submittedAt && summary.id && (
        <p className={week.locked} role="status">
          完成情况已提交。
          <Link to="/reports/$reportId" params={{ reportId: summary.id }}>
            看周报
          </Link>
        </p>
      )}
      <BoxHead id="week-plan" label={reportFields.description} prompt={prompts.description} />
      {summary.description.length === 0 ? (
        <p className={week.none}>这一周没有交计划。</p>
      ) : (
        <ul className={week.items} aria-labelledby="week-plan">
          {summary.description.map((line) => (
            <li key={line.text}>
              {line.text} <LineSource line={line} />
              <ul className={week.happened}>
                {summary.facts
                  .filter(({ keeps }) => keeps?.includes(line.text))
                  .map((fact) => (
                    <li key={`${fact.line.ref?.id} ${fact.line.text}`}>
                      <span>{fact.group}</span> {fact.line.text} <LineSource line={fact.line} />
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
