import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Task } from '@zhuowei/contract/tasks.ts'
import { mayTake, type TaskKind, type TaskState, type TaskStep } from '@zhuowei/domain/tasks/task.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { mayDo, type TaskFacts, visibleTasks } from './access.ts'

/** The tasks that this person may see, with the names that stand in them. */
export function selectTasks(db: Database | Trx, actor: Actor) {
  return visibleTasks(db, actor)
    .innerJoin('people as owner', 'owner.id', 'tasks.ownerId')
    .leftJoin('people as assigner', 'assigner.id', 'tasks.assignerId')
    .leftJoin('customers', 'customers.id', 'tasks.customerId')
    .leftJoin('reports', 'reports.id', 'tasks.reportId')
    .leftJoin('people as reporter', 'reporter.id', 'reports.authorId')
    .selectAll('tasks')
    .select([
      'owner.name as ownerName',
      'assigner.name as assignerName',
      'customers.name as customerName',
      'reports.subject as reportSubject',
      'reports.periodKey as reportDate',
      'reporter.name as reporterName',
    ])
    .select((row) => [
      row.ref('tasks.kind').$castTo<TaskKind>().as('kind'), // tasks_kind_known
      row.ref('tasks.state').$castTo<TaskState>().as('state'), // tasks_state_known
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number]

export function presentTask(row: Row, actor: Actor): OnServer<Task> {
  const { id, kind, subject, description, dueAt, state, result, createdAt, closedAt, version } = row
  const may = (step: TaskStep) => mayStep(actor, row, step)
  return {
    ...{ id, kind, subject, description, dueAt, state, result, createdAt, closedAt, version },
    owner: { id: row.ownerId, name: row.ownerName },
    assigner: named(row.assignerId, row.assignerName),
    customer: named(row.customerId, row.customerName),
    source:
      row.reportId && row.quote !== null
        ? {
            reportId: row.reportId,
            quote: row.quote,
            author: row.reporterName ?? '',
            subject: row.reportSubject ?? '',
            date: row.reportDate ?? '',
          }
        : null,
    can: {
      change: may('change'),
      complete: may('complete'),
      reopen: may('reopen'),
      feedback: may('feedback'),
      accept: may('accept'),
      cancel: may('cancel'),
    },
  }
}

const mayStep = (actor: Actor, task: TaskFacts & { state: TaskState }, step: TaskStep): boolean =>
  mayDo[step](actor, task) && mayTake(step, task.state)

const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)
