import type { OpenedMonthly } from '@zhuowei/contract/period-reports.ts'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { Input } from 'antd'
import { useId } from 'react'
import { useSession } from '../app/session.ts'
import { Panel } from '../ui/Panel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './Editor.module.css'
import { EditorFrame, errorOf } from './EditorFrame.tsx'
import { BoxHead, FieldError, Heading } from './EditorParts.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { monthlyKeeper } from './keepers.ts'
import { LineSource } from './LineSource.tsx'
import { LinesBox } from './LinesBox.tsx'
import { missingInMonth } from './missing.ts'
import { promisedGroup } from './promised-group.ts'
import { withFact } from './report-draft.ts'
import { useReportDraft } from './useReportDraft.ts'
import week from './WeeklyEditor.module.css'

interface MonthlyEditorProps {
  opened: OpenedMonthly
  onBack: () => void
  onSubmitted: (report: Report) => void
}

/** 五.3.2)① three boxes: 工作成果, 工作中存在问题, 下月工作重点; beside them what the month's records say. */
export function MonthlyEditor({ opened, onBack, onSubmitted }: MonthlyEditorProps) {
  const { person } = useSession()
  const phone = usePhone()
  const work = useReportDraft(monthlyKeeper(opened), person.id, onSubmitted)
  const { draft, change } = work
  return (
    <EditorFrame
      title="月报"
      subject={opened.subject}
      timeOption={opened.timeOption}
      owed="monthly"
      work={work}
      missing={(needsReason) => missingInMonth(draft, needsReason)}
      onBack={onBack}
      aside={
        <div className={week.half}>
          <FactsPanel
            title="本月事实"
            facts={opened.facts.filter(({ group }) => group !== promisedGroup)}
            draft={draft}
            onWrite={(facts) => change((before) => facts.reduce(withFact, before))}
            empty="这个月还没有记下拜访、新客户、等级变化，也没有交过周报。"
          />
        </div>
      }
    >
      <Promised opened={opened} />
      <div className={styles.cards}>
        {!phone && <Heading opened={opened} period={`${opened.from} 至 ${opened.to.slice(5)}`} />}
        <p className={styles.prompt}>{opened.prompts.description}</p>
        <LinesBox box="description" label="工作成果" prompt="任务描述之一" work={work} />
        <ProblemsBox work={work} />
        <LinesBox box="result" label="下月工作重点" prompt="完成情况" work={work} />
      </div>
    </EditorFrame>
  )
}

/** 五.3.2)① the second half of 任务描述, in words. */
function ProblemsBox({ work }: { work: ReturnType<typeof useReportDraft> }) {
  const id = useId()
  const error = errorOf(work, 'issue')
  return (
    <section className={styles.card}>
      <BoxHead id={id} label="工作中存在问题" prompt="任务描述之二" />
      <Input.TextArea
        aria-labelledby={id}
        autoSize={{ minRows: 3, maxRows: 16 }}
        maxLength={4000}
        value={work.draft.issue}
        aria-invalid={error !== undefined}
        placeholder="没有就写“无”"
        onChange={({ target }) => work.change((before) => ({ ...before, issue: target.value }))}
      />
      <FieldError id={`${id}-error`} message={error} />
    </section>
  )
}

/** 上月定的重点 beside what came of it. */
function Promised({ opened }: { opened: OpenedMonthly }) {
  if (opened.promised.length === 0) return null
  const kept = opened.promised.map((line) => ({
    text: line.text,
    facts: opened.facts.filter(({ keeps }) => keeps?.includes(line.text)),
  }))
  const known = kept.some(({ facts }) => facts.length > 0)
  return (
    <Panel title="上月定的工作重点" note={known ? '每条下面是这个月发生的' : '这个月的记录里没有对应的事'}>
      <ul className={week.items}>
        {kept.map(({ text, facts }) => (
          <li key={text}>
            {text}
            {facts.length > 0 && (
              <ul className={week.happened}>
                {facts.map((fact) => (
                  <li key={`${fact.line.ref?.id} ${fact.line.text}`}>
                    {fact.line.text} <LineSource line={fact.line} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
