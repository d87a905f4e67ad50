import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { runDue } from '../jobs.ts'
import { generateObligations } from '../obligations/generate.ts'
import { newId } from '../platform/ids.ts'
import type { Person, World } from './world.ts'

/** Both boxes filled in. */
export const filledIn = {
  version: 0,
  description: [{ text: '拜访听涛县供电公司，确认防火墙指标由谁定' }],
  result: [{ text: '已拜访，11 月底前定防火墙指标' }],
}

export const withReason = {
  ...filledIn,
  specialReasonKind: 'late_return' as const,
  specialReason: '周五 22:40 返程',
}

/** The daily reports of the own division as they stood written at the beginning of `from`. */
export async function writeLedger(world: World, from: PlainDate, to: PlainDate): Promise<void> {
  const then = new Date(`${from}T00:00:00+08:00`)
  const range = { divisionId: world.divisionId, from, to, periods: null }
  await generateObligations(world.services.db, range, then)
}

/** The same with the weeks, months and trips. */
export async function writeWholeLedger(world: World, from: PlainDate, to: PlainDate): Promise<void> {
  const then = new Date(`${from}T00:00:00+08:00`)
  await generateObligations(world.services.db, { divisionId: world.divisionId, from, to }, then)
}

/** Moves the clock and lets the background work do what is then due. */
export async function passTo(world: World, instant: string): Promise<void> {
  world.setNow(instant)
  await runDue(world.services)
}

export async function stateOf(world: World, person: Person, date: PlainDate): Promise<string> {
  return (await world.as(world.people.dm).compliance.cell({ params: { personId: person.id, date } })).state
}

/** What a person was told, newest first. */
export function toldTo(world: World, person: Person): Promise<{ kind: string; title: string }[]> {
  return world.services.db
    .selectFrom('notifications')
    .select(['kind', 'title'])
    .where('personId', '=', person.id)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** A person who enters on one day and perhaps leaves on another. */
export async function employ(
  world: World,
  {
    name,
    entryDate,
    leavingDate = null,
  }: { name: string; entryDate: PlainDate; leavingDate?: PlainDate | null },
): Promise<Person> {
  const at = new Date('2026-09-01T09:00:00+08:00')
  const person = { id: newId(), name, role: 'pm' as const, username: `u${newId()}` }
  const { db } = world.services
  await db
    .insertInto('people')
    .values({
      ...person,
      employeeNo: person.username,
      divisionId: world.divisionId,
      managerId: world.people.dm.id,
      entryDate,
      leavingDate,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto('authUsers')
    .values({ id: person.id, name, email: `${person.username}@example.com`, username: person.username })
    .execute()
  await db
    .insertInto('confidentialityAcknowledgements')
    .values({ personId: person.id, version: '1', at })
    .execute()
  return person
}
