import type { Body } from '@zhuowei/contract/kernel.ts'
import type { organisationApi } from '@zhuowei/contract/organisation.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { worksInRegions } from '@zhuowei/domain/organisation/position.ts'
import { type Role, roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { followPerson } from '../obligations/horizon.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { announceSessionChange } from '../platform/session/resolve.ts'
import { holdingsOf } from './holdings.ts'
import { joinRegions } from './onboard.ts'
import { type PositionInput, settlePosition } from './position.ts'
import { lockPerson, refuseWithoutAdministrator } from './writing.ts'

/** Another role, region or superior from now on. What hangs on the old position has to be handed over first. */
export async function reassign(
  writing: Writing,
  id: string,
  { version, ...wanted }: Body<typeof organisationApi.reassign>,
): Promise<void> {
  const { db, actor, now } = writing
  const today = shanghaiDate(now)
  const person = await lockPerson(writing, id, { ...wanted, version })
  const position = await settlePosition(db, wanted, today)
  if (position.role !== 'adm') await refuseWithoutAdministrator(writing, person, today)
  await refuseLeavingWorkBehind(writing, person, position)
  const { regionIds, ...columns } = position
  await db
    .updateTable('people')
    .set({
      ...columns,
      // Who stood outside the divisions wrote no reports there.
      reportsFrom: person.divisionId === null ? today : person.reportsFrom,
      version: version + 1,
      updatedAt: now,
      updatedBy: actor.id,
    })
    .where('id', '=', id)
    .execute()
  await followPerson(db, person, now)
  if (position.divisionId !== person.divisionId) await followPerson(db, { ...position, id }, now)
  const before = await db
    .deleteFrom('regionMembers')
    .where('personId', '=', id)
    .returning('regionId')
    .execute()
  await joinRegions(db, id, regionIds)
  const { role, divisionId, managerId, attendanceClerk } = person
  await recordEvent(db, actor, now, {
    verb: 'person.reassigned',
    subjectType: 'person',
    subjectId: id,
    divisionId: position.divisionId,
    summary:
      role === position.role
        ? `调整${person.name}的片区、上司或考勤员`
        : `${person.name}的岗位由${roleLabel[role as Role]}改为${roleLabel[position.role]}`, // people_role_known
    before: { role, divisionId, managerId, attendanceClerk, regionIds: before.map((row) => row.regionId) },
    after: position,
  })
  await announceSessionChange(db, id)
}

async function refuseLeavingWorkBehind(
  { db, now }: Writing,
  person: { id: string; role: string; divisionId: string | null },
  next: PositionInput,
): Promise<void> {
  const { regions, customers, reports } = await holdingsOf(db, person.id, shanghaiDate(now))
  const staysInDivision = next.divisionId === person.divisionId
  const lost = regions.filter((region) => !worksInRegions(next.role) || !next.regionIds.includes(region.id))
  const reasons = [
    ...lost.map((region) => `仍是${region.name}的片区经理，请先指定新的片区经理`),
    ...(customers > 0 && !(staysInDivision && mayOwnCustomers(next.role))
      ? [`名下还有 ${customers} 个客户，请先移交`]
      : []),
    ...(reports.length > 0 && !(staysInDivision && next.role === person.role)
      ? [`还有 ${reports.length} 人以其为直接上司，请先调整他们的上司`]
      : []),
  ]
  if (reasons.length > 0) throw new Refusal('handover_due', { detail: reasons.join('；') })
}

const mayOwnCustomers = (role: Role) => worksInRegions(role) || role === 'dm'
