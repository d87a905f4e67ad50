import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import type { TaskState } from '@zhuowei/domain/tasks/task.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleTasks } from '../tasks/access.ts'
import { linkTo } from '../tasks/telling.ts'
import { dueDay, type Entry, instantsOf, onDay, type Span } from './entries.ts'

/** 交办 and to-dos on the day by which they have to be done; somebody else's to-dos are not there (§3A). */
export async function tasksOf(
  { db, actor, now }: Reading,
  span: Span,
  personIds: readonly string[],
): Promise<Entry[]> {
  const [after, until] = instantsOf(span)
  const rows = await visibleTasks(db, actor)
    .innerJoin('people', 'people.id', 'tasks.ownerId')
    .select(['tasks.id', 'tasks.subject', 'tasks.ownerId', 'people.name', 'tasks.updatedAt', 'tasks.version'])
    .select((row) => [
      row.ref('tasks.state').$castTo<TaskState>().as('state'), // tasks_state_known
      row.ref('tasks.dueAt').$notNull().as('dueAt'), // asked for just below
    ])
    .where('tasks.ownerId', 'in', [...personIds])
    .where('tasks.state', '<>', 'cancelled')
    .where('tasks.dueAt', '>', after)
    .where('tasks.dueAt', '<=', until)
    .orderBy('tasks.dueAt')
    .limit(most)
    .execute()
  return rows.map((row): Entry => {
    const { id, subject, ownerId, name, state, dueAt, updatedAt, version } = row
    const open = state === 'open' || state === 'returned'
    const by = open ? `${deadlineText(dueAt, shanghaiDate(now)).slice(-5)} 前` : ''
    return {
      key: `task:${id}`,
      kind: 'task',
      ...onDay(dueDay(dueAt)),
      title: `任务${by && ` ${by}`}：${subject}`,
      person: { id: ownerId, name },
      state: open ? (dueAt < now ? 'late' : 'due') : state === 'reported' ? 'plain' : 'done',
      link: linkTo(id),
      changedAt: updatedAt,
      revision: version - 1,
      busy: false,
      place: null,
    }
  })
}

const most = 500
