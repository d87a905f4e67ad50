import type { TaskState } from '@zhuowei/domain/tasks/task.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The question what a person still has to do, the most urgent first: for the list, for 今天, and for the plan of a report. */
export function openTasksOf(
  db: Database | Trx,
  personId: string,
  until: { dueBy?: Date; limit?: number } = {},
) {
  const { dueBy, limit = 200 } = until
  return db
    .selectFrom('tasks')
    .leftJoin('people as assigner', 'assigner.id', 'tasks.assignerId')
    .leftJoin('customers', 'customers.id', 'tasks.customerId')
    .select(['tasks.id', 'subject', 'tasks.description', 'dueAt', 'tasks.version', 'tasks.createdAt'])
    .select(['assigner.name as assignerName', 'customers.name as customerName'])
    .select((row) => [
      row.ref('tasks.kind').$castTo<'assigned' | 'general'>().as('kind'), // tasks_kind_known
      row.ref('tasks.state').$castTo<TaskState>().as('state'), // tasks_state_known
    ])
    .where('tasks.ownerId', '=', personId)
    .where('tasks.closedAt', 'is', null)
    .$if(dueBy !== undefined, (query) => query.where('tasks.dueAt', '<=', dueBy ?? null))
    .orderBy('tasks.dueAt')
    .orderBy('tasks.id')
    .limit(limit)
}
