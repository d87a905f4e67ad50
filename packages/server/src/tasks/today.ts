import { endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { taskStateLabel } from '@zhuowei/domain/tasks/task.ts'
import { type Asking, horizonOf, type Item } from '../today/items.ts'
import { visibleTasks } from './access.ts'
import { openTasksOf } from './open-tasks.ts'
import { linkTo } from './telling.ts'

/** What this person has to do until the end of the week, and what his staff reported and he has not accepted yet. */
export async function taskItems(reading: Asking, today: string): Promise<Item[]> {
  const { db, ask, actor } = reading
  if (actor.role === 'adm') return []
  const [own, reported] = await Promise.all([
    ask(openTasksOf(db, actor.id, { dueBy: endOfDay(horizonOf(today)), limit: 20 })),
    actor.role === 'dm' || actor.role === 'gm' ? toAccept(reading) : [],
  ])
  const items = own.flatMap(({ id, kind, subject, state, dueAt, assignerName, description, customerName }) =>
    dueAt && state !== 'reported'
      ? {
          key: `task:${id}`,
          kind: 'task' as const,
          title: subject,
          tag: state === 'returned' ? { text: taskStateLabel.returned, tone: 'amber' as const } : null,
          facts: [assignerName ? `${assignerName}交办` : '个人待办', customerName, description]
            .filter(Boolean)
            .join('，'),
          clause: kind === 'assigned' ? '二.2.1)(15)' : null,
          dueAt,
          action: { label: kind === 'assigned' ? '反馈' : '完成', to: linkTo(id), urge: null },
        }
      : [],
  )
  return [
    ...items,
    ...reported.map(({ id, subject, ownerName, result }) => ({
      key: `accept:${id}`,
      kind: 'task' as const,
      title: `${ownerName}反馈：${subject}`,
      tag: { text: '待验收', tone: 'amber' as const },
      facts: result ?? '',
      clause: '二.2.1)(15)',
      dueAt: endOfDay(today),
      action: { label: '验收', to: linkTo(id), urge: null },
    })),
  ]
}

function toAccept({ db, ask, actor }: Asking) {
  return ask(
    visibleTasks(db, actor)
      .innerJoin('people as owner', 'owner.id', 'tasks.ownerId')
      .select(['tasks.id', 'subject', 'result', 'owner.name as ownerName'])
      .where('tasks.state', '=', 'reported')
      .where('tasks.ownerId', '<>', actor.id)
      .where('tasks.forGm', '=', actor.role === 'gm')
      .orderBy('tasks.updatedAt')
      .limit(20),
  )
}
