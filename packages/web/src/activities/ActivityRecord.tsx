import { Link } from '@tanstack/react-router'
import type { Activity } from '@zhuowei/contract/activities.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { requiredVisitFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import type { ReactNode } from 'react'
import { useNow } from '../ui/clock.ts'
import { InstantText } from '../ui/DateText.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './ActivityRecord.module.css'
import { ActivityVerbs } from './ActivityVerbs.tsx'
import { GradeBadge } from './CustomerRow.tsx'
import { ToBackground } from './ToBackground.tsx'
import { UpdateOwed } from './UpdateOwed.tsx'

interface ActivityRecordProps {
  activity: Activity
  isFresh?: boolean
  onRemoved: () => void
}

/** One visit as it was written, in the four prescribed fields; in the panel and on its own page. */
export function ActivityRecord({ activity, isFresh, onRemoved }: ActivityRecordProps) {
  const { customer, author, visitors, contacts } = activity
  const today = shanghaiDate(useNow())
  return (
    <article className={styles.record}>
      <header>
        <h2>
          <GradeBadge grade={customer.grade} />
          <Link className="tappable" to="/customers/$customerId" params={{ customerId: customer.id }}>
            {customer.name}
          </Link>
        </h2>
        <p className={styles.facts}>
          <StateTag tone="outlined">{contactLabel(activity)}</StateTag>
          <InstantText at={activity.happenedAt} />
          <span>{author.name}记录</span>
          {activity.enteredLate && <StateTag tone="grey">晚录</StateTag>}
        </p>
      </header>
      {activity.updateOwed && <UpdateOwed activity={activity} />}
      <ActivityVerbs activity={activity} isFresh={isFresh} onRemoved={onRemoved} />
      <dl className={styles.fields}>
        <Said label={requiredVisitFields.content}>{activity.content}</Said>
        <Said label={requiredVisitFields.visitors}>{visitors.map(({ name }) => name).join('、')}</Said>
        <Said label="拜访对象">{contacts.map(({ name }) => name).join('、') || '没有记'}</Said>
        <Said label={requiredVisitFields.result}>{activity.result}</Said>
        <Said label={requiredVisitFields.problem}>{activity.problem}</Said>
        <Said label="下一步">
          {activity.nextStep ?? '没有约'}
          {activity.nextOn && (
            <span className={styles.when}>
              {shortDate(activity.nextOn, today)} <NextStepState activity={activity} today={today} />
            </span>
          )}
        </Said>
        {activity.formVersion && (
          <Said label="反馈表">
            答案已进第 {activity.formVersion} 版，
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'feedback' }}
            >
              看反馈表
            </Link>
            <ToBackground activity={activity} />
          </Said>
        )}
      </dl>
    </article>
  )
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NextStepState({ activity, today }: { activity: Activity; today: string }) {
  if (activity.nextDone) return <StateTag tone="green">已完成</StateTag>
  if (activity.nextOn && activity.nextOn < today) return <StateTag tone="red">逾期</StateTag>
  return null
}
