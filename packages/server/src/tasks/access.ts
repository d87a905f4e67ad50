import type { TaskKind, TaskStep } from '@zhuowei/domain/tasks/task.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What the rules below look at. */
export interface TaskFacts {
  kind: TaskKind
  divisionId: string | null
  ownerId: string
  forGm: boolean
}

/** §3A 交办: everybody reads his own, the manager what is assigned in the division, 总经理 what managers have to do. To-dos are private. */
export function visibleTasks(db: Database | Trx, actor: Actor) {
  return db.selectFrom('tasks').where((row) => {
    const own = row('tasks.ownerId', '=', actor.id)
    const assigned = row('tasks.kind', '=', 'assigned')
    if (actor.role === 'gm') return row.or([own, row.and([assigned, row('tasks.forGm', '=', true)])])
    if (actor.role !== 'dm') return own
    return row.or([own, row.and([assigned, row('tasks.divisionId', '=', actor.divisionId)])])
  })
}

/** 二.2.1)(15) 上司: the direct superior as he stands now, so that a successor accepts what his predecessor assigned. */
const mayDirect = (actor: Actor, { kind, ownerId, divisionId, forGm }: TaskFacts) =>
  kind === 'assigned' &&
  ownerId !== actor.id &&
  (forGm ? actor.role === 'gm' : actor.role === 'dm' && actor.divisionId === divisionId)

const isOwnToDo = (actor: Actor, { kind, ownerId }: TaskFacts) => kind === 'general' && ownerId === actor.id

const isGivenTo = (actor: Actor, { kind, ownerId }: TaskFacts) => kind === 'assigned' && ownerId === actor.id

const keeps = (actor: Actor, task: TaskFacts) => isOwnToDo(actor, task) || mayDirect(actor, task)

/** Who may take which step, before anybody looks at the state. */
export const mayDo: Record<TaskStep, (actor: Actor, task: TaskFacts) => boolean> = {
  change: keeps,
  cancel: keeps,
  complete: isOwnToDo,
  reopen: isOwnToDo,
  feedback: isGivenTo,
  accept: mayDirect,
  sendBack: mayDirect,
}
