import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import { passOnApprovals } from '../approvals/leaver.ts'
import { handOverActionItems, openActionItemsCount } from '../meetings/leaver.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { handOverGivenTasks, handOverTasks, openTasksAround } from '../tasks/leaver.ts'
import { employed } from './position.ts'

type Departure = Body<typeof organisationApi.depart>

interface Leaver {
  id: string
  name: string
  role: string
  divisionId: string | null
}

export async function openWorkOf(db: Database | Trx, personId: string) {
  const [around, items] = await Promise.all([
    openTasksAround(db, personId),
    openActionItemsCount(db, personId),
  ])
  return { ...around, ...items }
}

/** Who can do what was assigned to a person: those of the same place who answer to the same superior (二.2.1)(15)). */
export function workersBeside(
  db: Database | Trx,
  { id, role, divisionId }: Omit<Leaver, 'name'>,
  today: string,
) {
  const superior = reportsTo[role as Role] // people_role_known
  const roles = Object.entries(reportsTo).flatMap(([other, to]) =>
    superior && to === superior ? [other] : [],
  )
  return employed(db, today)
    .select(['id', 'name'])
    .where('role', 'in', roles.length > 0 ? roles : [role])
    .where('id', '<>', id)
    .where('entryDate', '<=', today)
    .where(sql<boolean>`division_id is not distinct from ${divisionId}::uuid`)
    .orderBy('employeeNo')
    .execute()
}

interface Heir {
  worker: { id: string; name: string } | null
  manager: { id: string; name: string } | null
}

/** Named, or the receiver of the customers where he answers to the same superior; nobody's work is left lying while somebody could do it. */
export async function heirOf(
  db: Trx,
  leaver: Leaver,
  { workTo, handover, newManagerId }: Departure,
  today: string,
): Promise<Heir> {
  const workers = await workersBeside(db, leaver, today)
  const find = (id: string | null) => workers.find((one) => one.id === id) ?? null
  if (workTo !== null && !find(workTo)) throw invalid('workTo', '接手的人应是本事业部在职、同一上司的人')
  const worker = find(workTo) ?? find(handover.to) ?? find(newManagerId)
  const { tasks, actionItems } = await openWorkOf(db, leaver.id)
  if (!worker && workers.length > 0 && tasks + actionItems > 0)
    throw invalid('workTo', `还有 ${tasks} 项交办、${actionItems} 项遗留问题，请选择接手的人`)
  const manager = newManagerId
    ? await db.selectFrom('people').select(['id', 'name']).where('id', '=', newManagerId).executeTakeFirst()
    : null
  return { worker, manager: manager ?? null }
}

/** 交办 and 遗留问题 that are open go on with their next owner; what the leaver assigned is accepted by whoever follows him. */
export async function handOverWork(work: Writing, leaver: Leaver, { worker, manager }: Heir) {
  await passOnApprovals(work, leaver)
  const tasks = worker ? await handOverTasks(work, leaver, worker) : 0
  const actionItems = worker ? await handOverActionItems(work, leaver, worker) : 0
  if (manager) await handOverGivenTasks(work, leaver, manager)
  return { tasks, actionItems, to: worker?.id ?? null }
}
