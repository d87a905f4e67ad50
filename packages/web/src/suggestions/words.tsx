import type { Suggestion } from '@zhuowei/contract/suggestions.ts'
import { useNow } from '../ui/clock.ts'
import { dueDayOf, urgencyOf } from '../ui/due.ts'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './suggestions.module.css'

/** 采纳 is the badge; otherwise whether it was answered. */
export function SuggestionState({
  adopted,
  repliedAt,
  overdue,
}: Pick<Suggestion, 'adopted' | 'repliedAt' | 'overdue'>) {
  if (adopted) return <StateTag tone="green">已采纳</StateTag>
  if (overdue) return <StateTag tone="red">逾期未答复</StateTag>
  return repliedAt ? <StateTag tone="grey">已回复</StateTag> : <StateTag tone="amber">待回复</StateTag>
}

/** Until when the manager replies; nothing once he has. */
export function ReplyDue({ replyDueAt, repliedAt }: Pick<Suggestion, 'replyDueAt' | 'repliedAt'>) {
  const now = useNow()
  if (repliedAt) return null
  const due = new Date(replyDueAt)
  const urgency = urgencyOf(due, now)
  return (
    <span className={styles.due} data-urgency={urgency}>
      {urgency === 'red' ? `应在 ${dueDayOf(due, now)} 前回复，已逾期` : `${dueDayOf(due, now)} 前回复`}
    </span>
  )
}

/** Every page that may say something else after a step of a suggestion. */
export const changedBySuggestion = ['suggestions', 'today', 'notifications'] as const
