import type { Complaint } from '@zhuowei/contract/complaints.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { type ComplaintState, mayStep } from '@zhuowei/domain/complaints/complaint.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { mayHandle, mayManage, visibleComplaints } from './access.ts'

/** The complaints that this person may see, with the names that stand in them. */
export function selectComplaints(db: Database | Trx, actor: Actor) {
  return visibleComplaints(db, actor)
    .leftJoin('customers', 'customers.id', 'complaints.customerId')
    .leftJoin('regions', 'regions.id', 'customers.regionId')
    .leftJoin('people as target', 'target.id', 'complaints.targetPersonId')
    .leftJoin('people as assignee', 'assignee.id', 'complaints.assigneeId')
    .innerJoin('people as author', 'author.id', 'complaints.createdBy')
    .selectAll('complaints')
    .select([
      'customers.name as customerName',
      'customers.regionId',
      'regions.name as regionName',
      'target.name as targetName',
      'assignee.name as assigneeName',
      'author.name as authorName',
    ])
    .select((row) => [
      row.ref('complaints.level').$castTo<Complaint['level']>().as('level'), // complaints_level_known
      row.ref('complaints.cause').$castTo<Complaint['cause']>().as('cause'), // complaints_cause_known
      row.ref('complaints.about').$castTo<Complaint['about']>().as('about'), // complaints_about_known
      row.ref('complaints.state').$castTo<ComplaintState>().as('state'), // complaints_state_known
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectComplaints>['execute']>>[number]

export function presentComplaint(row: Row, actor: Actor): OnServer<Complaint> {
  const { id, number, level, cause, about, targetDepartment, complainant, content, forGm, state } = row
  const { responseDueAt, respondedAt, solutionDueAt, resolvedAt, callbackDueAt, escalatedAt } = row
  return {
    ...{ id, number, level, cause, about, targetDepartment, complainant, content, forGm, state },
    ...{ responseDueAt, respondedAt, solutionDueAt, resolvedAt, callbackDueAt, escalatedAt },
    customer: named(row.customerId, row.customerName),
    region: named(row.regionId, row.regionName),
    targetPerson: named(row.targetPersonId, row.targetName),
    assignee: named(row.assigneeId, row.assigneeName),
    reopened: row.reopened,
    closedAt: row.closedAt,
    createdAt: row.createdAt,
    createdBy: isKeptFrom(actor, row) ? null : { id: row.createdBy, name: row.authorName },
    version: row.version,
    can: {
      dispatch: mayManage(actor, row) && mayStep('dispatch', state),
      handle: mayHandle(actor, row) && mayStep('handle', state),
      callBack: mayManage(actor, row) && mayStep('callBack', state),
    },
  }
}

/** Who is given a complaint about himself does not learn who brought it. */
const isKeptFrom = (actor: Actor, { targetPersonId, createdBy }: Row) =>
  targetPersonId === actor.id && createdBy !== actor.id

const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)
