import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { worksInRegions } from '@zhuowei/domain/organisation/position.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { type FieldError, Refusal } from '../platform/refusal.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import type { holdingsOf } from './holdings.ts'
import { joinRegions } from './onboard.ts'
import { employed } from './position.ts'

type Departure = Body<typeof organisationApi.depart>
type Holdings = Awaited<ReturnType<typeof holdingsOf>>

/** Every receiver works in the division and may hold what is given; every region has one; all that is wrong is said at once. */
export async function refuseUnlessReceivers(
  db: Trx,
  leaver: { id: string; role: string; divisionId: string | null },
  holdings: Holdings,
  departure: Departure,
  today: string,
): Promise<void> {
  const colleagues = await colleaguesOf(db, leaver, today)
  const errors: FieldError[] = []
  const customersTo = (path: string, to: string | null) => {
    const colleague = to === null ? undefined : colleagues.get(to)
    if (to !== null && !(colleague && (worksInRegions(colleague) || colleague === 'dm'))) {
      errors.push({ path, message: '接收人应是本事业部在职的主管或经理' })
    }
  }
  customersTo('handover.to', departure.handover.to)
  departure.handover.exceptions.forEach(({ to }, index) => {
    customersTo(`handover.exceptions.${index}.to`, to)
  })
  const owners = new Map(departure.regionOwners.map((given) => [given.regionId, given.ownerId]))
  for (const region of holdings.regions) {
    const owner = colleagues.get(owners.get(region.id) ?? '')
    if (!owner || !worksInRegions(owner)) {
      errors.push({ path: `regionOwners.${region.id}`, message: `请为${region.name}指定新的片区经理` })
    }
    owners.delete(region.id)
  }
  if (owners.size > 0) errors.push({ path: 'regionOwners', message: '其中有片区不归其负责，请刷新后再选' })
  const { newManagerId } = departure
  if (newManagerId !== null && colleagues.get(newManagerId) !== leaver.role) {
    errors.push({ path: 'newManagerId', message: '接任的上司应是同一事业部、同一岗位的在职人员' })
  }
  const someoneCould = [...colleagues.values()].includes(leaver.role as Role) // people_role_known
  if (holdings.reports.length > 0 && newManagerId === null && someoneCould) {
    errors.push({ path: 'newManagerId', message: `还有 ${holdings.reports.length} 名下属，请选择接任的上司` })
  }
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
}

/** Whoever takes over a region works there from then on. */
export async function giveRegions(
  { db, now }: Writing,
  regionOwners: Departure['regionOwners'],
): Promise<void> {
  for (const { regionId, ownerId } of regionOwners) {
    await joinRegions(db, ownerId, [regionId])
    await db
      .updateTable('regions')
      .set({ ownerId, version: sql`version + 1`, updatedAt: now })
      .where('id', '=', regionId)
      .execute()
    await announceSessionChange(db, ownerId)
  }
}

/** Without a successor the people wait for the next manager and have none meanwhile. */
export async function giveReports(
  { db, actor, now }: Writing,
  reports: Holdings['reports'],
  newManagerId: string | null,
): Promise<void> {
  if (reports.length === 0) return
  await db
    .updateTable('people')
    .set({ managerId: newManagerId, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where(
      'id',
      'in',
      reports.map(({ id }) => id),
    )
    .execute()
}

/** Everybody of the same place who works there today, the leaver excepted: id → role. */
async function colleaguesOf(
  db: Trx,
  leaver: { id: string; divisionId: string | null },
  today: string,
): Promise<Map<string, Role>> {
  const rows = await employed(db, today)
    .select(['id', 'role'])
    .$narrowType<{ role: Role }>()
    .where(sql<boolean>`division_id is not distinct from ${leaver.divisionId}::uuid`)
    .where('id', '<>', leaver.id)
    .where('entryDate', '<=', today)
    .execute()
  return new Map(rows.map(({ id, role }) => [id, role]))
}
