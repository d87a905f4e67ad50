import {
  addDays,
  atShanghai,
  endOfDay,
  type PlainDate,
  shanghaiDate,
} from '@zhuowei/domain/calendar/dates.ts'
import type { DraftTask } from '@zhuowei/domain/reports/task-lines.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { openTasksOf } from '../tasks/open-tasks.ts'
import type { Days } from './happened.ts'

type OpenTask = DraftTask & { dueAt: Date | null; dueOn: PlainDate }

/** 二.2.1)(15) what was assigned by the end of a period and still waits for its owner: due in it or before, and later. */
export async function assignedTo(
  db: Database | Trx,
  { personId, to }: { personId: string; to: PlainDate },
): Promise<{ due: OpenTask[]; later: OpenTask[] }> {
  const tasks = await openTasksOf(db, personId).execute()
  const waiting = tasks
    .filter(
      ({ kind, state, createdAt }) => kind === 'assigned' && state !== 'reported' && createdAt < endOfDay(to),
    )
    .map(({ id, subject, customerName, dueAt }) => ({
      ...{ id, subject, customer: customerName, dueAt },
      dueOn: dueAt ? lastDayOf(dueAt) : to,
    }))
  return {
    due: waiting.filter(({ dueOn }) => dueOn <= to),
    later: waiting.filter(({ dueOn }) => dueOn > to),
  }
}

/** Of these tasks, those that this person has nothing more to do for: reported, closed, or somebody else's now. */
export async function settledTasks(
  db: Database | Trx,
  personId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('tasks')
    .select('id')
    .where('id', 'in', ids)
    .where((row) => row.or([row('state', 'not in', ['open', 'returned']), row('ownerId', '<>', personId)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What was assigned and reported as done in these days, in the words of the last feedback; what was sent back is not done. */
export async function tasksFinishedIn(db: Database | Trx, { personId, from, to }: Days) {
  const rows = await db
    .selectFrom('tasks')
    .innerJoin('taskEntries', 'taskEntries.taskId', 'tasks.id')
    .leftJoin('customers', 'customers.id', 'tasks.customerId')
    .distinctOn('tasks.id')
    .select(['tasks.id', 'subject', 'tasks.customerId', 'customers.name as customer', 'taskEntries.at'])
    .select('taskEntries.body as result')
    .where('tasks.ownerId', '=', personId)
    .where('tasks.kind', '=', 'assigned')
    .where('tasks.state', 'in', ['reported', 'accepted'])
    .where('taskEntries.kind', '=', 'feedback')
    .where('taskEntries.byId', '=', personId)
    .where('tasks.updatedAt', '>=', atShanghai(from, '00:00'))
    .orderBy('tasks.id')
    .orderBy('taskEntries.at', 'desc')
    .execute()
  return rows
    .filter(({ at }) => at >= atShanghai(from, '00:00') && at < atShanghai(addDays(to, 1), '00:00'))
    .map((row) => ({ ...row, on: shanghaiDate(row.at), knownAt: row.at }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** A whole day is due at the midnight that ends it. */
const lastDayOf = (dueAt: Date): PlainDate => shanghaiDate(new Date(dueAt.getTime() - 1))
