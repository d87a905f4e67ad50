import { Link, useNavigate } from '@tanstack/react-router'
import type { TodayItem } from '@zhuowei/contract/today.ts'
import { Button } from 'antd'
import type { MouseEvent } from 'react'
import { client } from '../app/client.ts'
import { useApproval } from '../app/useApproval.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUrge } from '../app/useUrge.ts'
import { VerbalAnswer } from '../app/VerbalAnswer.tsx'
import type { ActionLook } from '../ui/DeadlineRow.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './DueList.module.css'

/** What can be done about a row: in place where that is all there is to it, otherwise on its page. */
export function Verb({ item: { action, title }, look: pressing }: { item: TodayItem; look: ActionLook }) {
  const look = action.soft ? { ...pressing, variant: 'filled' as const } : pressing
  const urge = useUrge()
  const approval = useApproval()
  const navigate = useNavigate()
  const seen = useCommand((id: string) => client.notifications.markRead({ params: { id } }), {
    changes: ['notifications', 'today'],
  })
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (action.seen) seen.mutate(action.seen)
    void navigate({ href: action.to })
  }
  if (action.urge)
    return (
      <Button {...look} loading={urge.isPending} onClick={() => action.urge && urge.mutate(action.urge)}>
        {action.label}
      </Button>
    )
  if (action.answer) return <VerbalAnswer id={action.answer} title={title} size={look.size} />
  if (action.approve)
    return (
      <span className={styles.verbs}>
        <Link to={action.to}>看</Link>
        <Button
          {...look}
          aria-label={`${action.label}：${title}`}
          loading={approval.isPending}
          onClick={() => action.approve && approval.mutate(action.approve)}
        >
          {action.label}
        </Button>
      </span>
    )
  const open = (
    <Button {...look} href={action.to} aria-label={`${action.label}：${title}`} onClick={go}>
      {action.label}
    </Button>
  )
  if (!action.complete) return open
  return (
    <span className={styles.verbs}>
      <Complete activityId={action.complete} title={title} size={look.size} />
      {open}
    </span>
  )
}

/** The promise was kept without a visit. */
function Complete({
  activityId,
  title,
  size,
}: {
  activityId: string
  title: string
  size: ActionLook['size']
}) {
  const say = useUndo()
  const complete = useCommand(() => client.activities.completeNextStep({ params: { id: activityId } }), {
    changes: ['today', 'activities', 'customers', 'reports'],
    onDone: () => say({ text: `已完成：${title}` }),
  })
  return (
    <Button
      size={size}
      aria-label={`完成：${title}`}
      loading={complete.isPending}
      onClick={() => complete.mutate()}
    >
      完成
    </Button>
  )
}
