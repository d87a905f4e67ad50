import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepHorizons } from '../obligations/horizon.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { candidate } from './testing/candidate.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await keepHorizons(world.services.db, world.services.clock.now())
})
afterAll(() => world.close())

const adm = () => world.as(world.people.adm).organisation
const today = '2026-11-23'
/** 40 days ahead are written; 1 January is a holiday. */
const lastWritten = '2026-12-31'

/** First and last day for which the person owes a report, in the ledger as it stands without any run of the jobs. */
async function owes(id: string, divisionId = world.divisionId) {
  const days = await world.services.db
    .selectFrom('obligations')
    .select((row) => [row.fn.min('onDate').as('first'), row.fn.max('onDate').as('last')])
    .where('kind', '=', 'daily')
    .where('personId', '=', id)
    .where('divisionId', '=', divisionId)
    .where('onDate', '>=', today)
    .executeTakeFirstOrThrow()
  return [days.first, days.last]
}

const hire = async (entryDate: string) => {
  const body = { ...candidate(world), entryDate }
  const { person } = await adm().onboard({ body })
  return { ...body, id: person.id }
}

const depart = (person: Pick<Person, 'id'>, leavingDate: string) =>
  adm().depart({ params: { id: person.id }, body: { leavingDate, handover: { to: null }, version: 1 } })

test('whoever is taken on owes from the entry date, at once', async () => {
  expect(await owes((await hire(today)).id)).toEqual([today, lastWritten])
  expect(await owes((await hire('2026-12-01')).id)).toEqual(['2026-12-01', lastWritten])
})

/** The days up to now for which the ledger holds a row. */
async function owedBefore(id: string) {
  const rows = await world.services.db
    .selectFrom('obligations')
    .select('onDate')
    .where('personId', '=', id)
    .where('onDate', '<', today)
    .execute()
  return rows.map(({ onDate }) => onDate)
}

test('nobody is 未填 for days before being entered, however early the entry date', async () => {
  const { id } = await hire('2026-11-02')
  expect(await owedBefore(id)).toEqual([])
  expect(await owes(id)).toEqual([today, lastWritten])
})

test('an entry date that is corrected to an earlier one brings no reports of the past', async () => {
  const { id, name, username, employeeNo } = await hire('2026-12-07')
  const body = { name, username, employeeNo, entryDate: '2026-11-02', phone: null, email: null, version: 1 }
  await adm().updatePerson({ params: { id }, body })
  expect(await owedBefore(id)).toEqual([])
  expect(await owes(id)).toEqual([today, lastWritten])
})

test('a corrected entry date moves the beginning, at once', async () => {
  const { id, name, username, employeeNo } = await hire(today)
  const body = { name, username, employeeNo, entryDate: '2026-12-07', phone: null, email: null, version: 1 }
  await adm().updatePerson({ params: { id }, body })
  expect(await owes(id)).toEqual(['2026-12-07', lastWritten])
})

test('whoever leaves owes up to the last day, at once, and again when it is taken back', async () => {
  const person = await hire(today)
  await depart(person, '2026-11-27')
  expect(await owes(person.id)).toEqual([today, '2026-11-27'])
  await adm().depart({
    params: { id: person.id },
    body: { leavingDate: '2026-11-30', handover: { to: null }, version: 2 },
  })
  expect(await owes(person.id)).toEqual([today, '2026-11-30'])
  await adm().reinstate({ params: { id: person.id }, body: { version: 3 } })
  expect(await owes(person.id)).toEqual([today, lastWritten])
})

test('whoever changes division owes there and no more here', async () => {
  const { id } = await hire(today)
  const body = {
    role: 'pm' as const,
    divisionId: world.otherDivisionId,
    regionIds: [world.regions.elsewhere],
    version: 1,
  }
  await adm().reassign({ params: { id }, body })
  expect(await owes(id)).toEqual([null, null])
  expect(await owes(id, world.otherDivisionId)).toEqual([today, lastWritten])
})

test('somebody who hands in a report just then is not refused because of the departure', async () => {
  const person = await hire(today)
  await world.services.db
    .insertInto('confidentialityAcknowledgements')
    .values({ personId: person.id, version: '1', at: world.services.clock.now() })
    .execute()
  await world.services.db
    .updateTable('people')
    .set({ passwordChangeDue: false })
    .where('id', '=', person.id)
    .execute()
  const filled = { version: 0, description: [{ text: '交接' }], result: [{ text: '已交接' }] }
  const [report] = await Promise.all([
    world.as(person).reports.submit({ params: { date: today }, body: filled }),
    depart(person, '2026-11-27'),
  ])
  expect(report.state).toBe('on_time')
  expect(await owes(person.id)).toEqual([today, '2026-11-27'])
})
