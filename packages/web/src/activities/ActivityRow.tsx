import type { Activity } from '@zhuowei/contract/activities.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { useNow } from '../ui/clock.ts'
import { StateTag } from '../ui/StateTag.tsx'
import { TwoLines } from '../ui/TwoLineList.tsx'
import styles from './ActivityRow.module.css'
import { GradeBadge } from './CustomerRow.tsx'
import { dayLabel } from './next-days.ts'

/** Who and what came of it; one state at most: what is still owed comes before what was late. */
interface ActivityRowProps {
  activity: Activity
  showsAuthor: boolean
  /** There is room for what is open: the problem and the next step. */
  showsOpen: boolean
}

export function ActivityRow({ activity, showsAuthor, showsOpen }: ActivityRowProps) {
  const { customer, author, contacts, result } = activity
  const whom = contacts.map(({ name }) => name).join('、')
  return (
    <>
      <TwoLines
        lead={<GradeBadge grade={customer.grade} />}
        title={customer.name}
        tag={<ActivityState activity={activity} />}
        facts={`${contactLabel(activity)}${whom}：${result}`}
      />
      {showsOpen && <WhatIsOpen activity={activity} />}
      {showsAuthor && <span className={styles.author}>{author.name}</span>}
      <time className={styles.time} dateTime={activity.happenedAt}>
        {shanghaiTime(new Date(activity.happenedAt))}
      </time>
    </>
  )
}

function WhatIsOpen({ activity: { problem, nextStep, nextOn, nextDone } }: { activity: Activity }) {
  const today = shanghaiDate(useNow())
  const isLate = nextOn !== null && nextOn < today
  const step = nextStep && `${nextOn ? `${dayLabel(nextOn, today)} ` : ''}${nextStep}`
  return (
    <div className={styles.open}>
      {problem !== '无' && <p title={problem}>问题：{problem}</p>}
      {step && (
        <p title={step} data-state={nextDone ? 'done' : isLate ? 'late' : undefined}>
          {nextDone ? '已完成：' : isLate ? '逾期：' : '下一步：'}
          {step}
        </p>
      )}
    </div>
  )
}

function ActivityState({ activity }: { activity: Activity }) {
  if (activity.updateOwed) return <StateTag tone="amber">待更新资料</StateTag>
  if (activity.enteredLate) return <StateTag tone="grey">晚录</StateTag>
  return null
}
