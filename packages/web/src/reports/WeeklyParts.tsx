import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { InstantText } from '../ui/DateText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './ReportBody.module.css'
import { stateTone } from './state-look.ts'

/** One record answers to two duties, each with a state of its own. */
export function WeeklyHalves({ weekly }: { weekly: NonNullable<Report['weekly']> }) {
  const halves = [
    { label: '计划', half: weekly.plan },
    { label: '完成情况', half: weekly.summary },
  ]
  return halves.map(({ label, half }) => (
    <p key={label}>
      {label}{' '}
      {half ? (
        <>
          {half.state && <StateTag tone={stateTone[half.state]}>{stateLabel[half.state]}</StateTag>}{' '}
          <InstantText at={half.submittedAt} /> {half.autoSubmitted ? '到期自动提交' : '提交'}
        </>
      ) : (
        '还没交'
      )}
    </p>
  ))
}

const supportTone = {
  draft: 'grey',
  open: 'amber',
  granted: 'green',
  refused: 'red',
  withdrawn: 'grey',
} as const
const supportLabel = {
  draft: '草稿',
  open: '待答复',
  granted: '同意',
  refused: '不同意',
  withdrawn: '已撤回',
} as const

/** 五.2.3)① what the plan asks for, and what the manager said. */
export function Support({ needs }: { needs: Report['support'] }) {
  if (needs.length === 0) return null
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>需要支持和资源</h3>
      <ul className={styles.lines}>
        {needs.map(({ id, body, state, reply, decidedBy, decidedAt, inPlan }) => (
          <li key={id} className={styles.line}>
            <span>
              {body} <StateTag tone={supportTone[state]}>{supportLabel[state]}</StateTag>
              {!inPlan && <small className={styles.prompt}> 已不在计划里</small>}
            </span>
            {decidedBy && decidedAt && (
              <p className={styles.answer}>
                <strong>{decidedBy.name}</strong>{' '}
                <small>
                  <InstantText at={decidedAt} /> 答复
                </small>
                {reply && <span>{reply}</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
