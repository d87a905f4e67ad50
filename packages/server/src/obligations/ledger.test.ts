import { lastMomentOf } from '@zhuowei/domain/calendar/deadline.ts'
import { reportState } from '@zhuowei/domain/reports/timeliness.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { employ, filledIn, passTo, stateOf, writeWholeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { generateObligations, recomputeOpen } from './generate.ts'
import { keepHorizons } from './horizon.ts'
import { stateNow } from './state.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  pm = await employ(world, { name: '高思', entryDate: '2026-10-08' })
  await writeWholeLedger(world, '2026-10-08', '2026-12-31')
  await world.services.db
    .insertInto('obligationHorizons')
    .values({
      divisionId: world.divisionId,
      fromDate: '2026-10-08',
      periodsFrom: '2026-10-08',
      throughDate: '2026-12-31',
      inputs: '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})

const db = () => world.services.db

async function setDay(date: string, type: 'working' | 'rest' | 'holiday' | 'makeup') {
  const row = { type, source: 'manual', updatedAt: new Date() } as const
  await db()
    .insertInto('calendarDays')
    .values({ date, ...row })
    .onConflict((conflict) => conflict.column('date').doUpdateSet(row))
    .execute()
}

const recompute = (from: string, to: string, now: string) =>
  recomputeOpen(db(), { divisionId: world.divisionId, from, to }, new Date(now))

describe('the ledger', () => {
  test('written twice changes nothing', async () => {
    const range = { divisionId: world.divisionId, from: '2026-10-08', to: '2026-12-31' }
    expect(await generateObligations(db(), range, new Date('2026-10-08T00:00:00+08:00'))).toBe(0)
  })

  test('follows the calendar while a day is open, and leaves closed days alone', async () => {
    await passTo(world, '2026-11-23T10:00:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
    await setDay('2026-11-20', 'holiday')
    await setDay('2026-11-24', 'holiday')
    await setDay('2026-11-28', 'makeup')
    await recompute('2026-11-20', '2026-11-28', '2026-11-23T10:00:00+08:00')
    expect(await stateOf(world, pm, '2026-11-20')).toBe('missed')
    expect(await stateOf(world, pm, '2026-11-24')).toBe('none')
    expect(await stateOf(world, pm, '2026-11-28')).toBe('pending')
    // Monday’s grace moves with the holiday on Tuesday.
    world.setNow('2026-11-25T09:00:59+08:00')
    expect(await stateOf(world, pm, '2026-11-23')).toBe('pending')
    await setDay('2026-11-24', 'working')
    await setDay('2026-11-28', 'rest')
    await setDay('2026-11-20', 'working')
    await recompute('2026-11-20', '2026-11-28', '2026-11-23T10:00:00+08:00')
  })

  test('a change inside a transaction is already seen in it', async () => {
    const now = new Date('2026-11-23T10:00:00+08:00')
    await expect(
      db()
        .transaction()
        .execute(async (trx) => {
          await trx
            .insertInto('calendarDays')
            .values({ date: '2026-12-09', type: 'holiday', source: 'manual', updatedAt: now })
            .execute()
          const changed = await recomputeOpen(trx, { from: '2026-12-09', to: '2026-12-09' }, now)
          expect(changed).toBeGreaterThan(0)
          throw new Error('undone')
        }),
    ).rejects.toThrow('undone')
    expect(await stateOf(world, pm, '2026-12-09')).toBe('pending')
    expect(await recompute('2026-12-09', '2026-12-09', '2026-11-23T10:00:00+08:00')).toBe(0)
  })

  test('follows the parameters from their day on', async () => {
    await db()
      .insertInto('regulationParameters')
      .values({
        divisionId: world.divisionId,
        key: 'daily.graceTime',
        value: JSON.stringify('10:00'),
        effectiveFrom: '2026-12-14',
        reason: '冬季',
        setAt: new Date(),
      })
      .execute()
    await recompute('2026-12-11', '2026-12-15', '2026-11-23T10:00:00+08:00')
    const graceOf = async (date: string) => {
      const row = await db()
        .selectFrom('obligations')
        .select('graceAt')
        .where('personId', '=', pm.id)
        .where('periodKey', '=', date)
        .executeTakeFirstOrThrow()
      return row.graceAt.toISOString()
    }
    expect(await graceOf('2026-12-11')).toBe('2026-12-14T01:00:00.000Z')
    expect(await graceOf('2026-12-14')).toBe('2026-12-15T02:00:00.000Z')
  })

  test('notices by itself when somebody enters or leaves', async () => {
    const now = new Date('2026-11-23T10:00:00+08:00')
    await keepHorizons(db(), now)
    await db()
      .updateTable('people')
      .set({ leavingDate: '2026-11-27', updatedAt: now })
      .where('id', '=', pm.id)
      .execute()
    await keepHorizons(db(), now)
    world.setNow('2026-11-23T10:00:00+08:00')
    expect(await stateOf(world, pm, '2026-11-27')).toBe('pending')
    expect(await stateOf(world, pm, '2026-11-30')).toBe('none')
  })

  test('a division that has just begun owes nothing for the past', async () => {
    const divisionId = newId()
    const at = new Date('2026-11-25T10:00:00+08:00')
    await db()
      .insertInto('divisions')
      .values({ id: divisionId, name: '新事业部', createdAt: at, updatedAt: at })
      .execute()
    await db()
      .insertInto('people')
      .values({
        id: newId(),
        divisionId,
        name: '新人',
        username: 'xinren',
        employeeNo: 'N1',
        role: 'pm',
        entryDate: '2024-01-01',
        createdAt: at,
        updatedAt: at,
      })
      .execute()
    await keepHorizons(db(), at)
    await keepHorizons(db(), new Date('2026-11-26T10:00:00+08:00'))
    const { first, last } = await db()
      .selectFrom('obligations')
      .select((row) => [row.fn.min('onDate').as('first'), row.fn.max('onDate').as('last')])
      .where('divisionId', '=', divisionId)
      .executeTakeFirstOrThrow()
    expect([first, last]).toEqual(['2026-11-25', '2027-01-05'])
  })
})

describe('the state in a query', () => {
  test('is the state by the domain’s rule, whatever was filed when and however late the job is', async () => {
    const day = '2026-11-18'
    await world.services.db
      .deleteFrom('obligations')
      .where('personId', '=', pm.id)
      .where('periodKey', '=', day)
      .execute()
    await writeWholeLedger(world, day, day)
    const hours = fc.integer({ min: 0, max: 60 })
    const minute = (hour: number) => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000)
    const due = minute(24)
    const grace = minute(33)
    await fc.assert(
      fc.asyncProperty(hours, hours, fc.boolean(), async (completeHour, nowHour, reasonGiven) => {
        const now = minute(nowHour)
        const completeAt = minute(completeHour)
        const reportId = newId()
        await db().deleteFrom('reports').where('authorId', '=', pm.id).execute()
        await db()
          .insertInto('reports')
          .values({
            id: reportId,
            divisionId: world.divisionId,
            authorId: pm.id,
            kind: 'daily',
            periodKey: day,
            onDate: day,
            subject: '',
            timeOption: '',
            completeSince: completeAt,
            specialReasonKind: reasonGiven ? 'network' : null,
            createdAt: completeAt,
            updatedAt: completeAt,
          })
          .execute()
        await generateObligations(
          db(),
          { divisionId: world.divisionId, from: day, to: day, people: [pm.id] },
          minute(0),
        )
        const { state } = await db()
          .selectFrom('obligations')
          .select(stateNow(now).as('state'))
          .where('personId', '=', pm.id)
          .where('periodKey', '=', day)
          .executeTakeFirstOrThrow()
        const inTime =
          completeAt <= due ? due : reasonGiven && completeAt <= grace ? lastMomentOf(grace) : null
        const expected = reportState(
          {
            due,
            grace,
            firstCompleteAt: inTime,
            specialReason: reasonGiven,
            reasonRejected: false,
            exempt: false,
            waived: false,
          },
          now,
        )
        expect(state).toBe(expected.state)
        await db()
          .updateTable('obligations')
          .set({ reportId: null, filesAt: null, filesAs: null })
          .where('personId', '=', pm.id)
          .where('periodKey', '=', day)
          .execute()
      }),
      { numRuns: 40 },
    )
  })
})

describe('size', () => {
  test('1,000 people for a month are written in one go, and not again', async () => {
    const divisionId = newId()
    const at = new Date('2026-11-01T00:00:00+08:00')
    await db()
      .insertInto('divisions')
      .values({ id: divisionId, name: '大事业部', createdAt: at, updatedAt: at })
      .execute()
    await db()
      .insertInto('people')
      .values(
        Array.from({ length: 1000 }, (_, index) => ({
          id: newId(),
          divisionId,
          name: `员工${index}`,
          username: `big${index}`,
          employeeNo: `B${index}`,
          role: 'pm',
          entryDate: '2024-01-01',
          createdAt: at,
          updatedAt: at,
        })),
      )
      .execute()
    const range = { divisionId, from: '2026-11-01', to: '2026-11-30' }
    expect(await generateObligations(db(), range, at)).toBe(32_000)
    expect(await generateObligations(db(), range, at)).toBe(0)
  })
})

test('a report is filed on time although the nightly run has not written its row', async () => {
  const late = await employ(world, { name: '急事', entryDate: '2026-11-01' })
  world.setNow('2026-11-20T18:00:00+08:00')
  const report = await world.as(late).reports.submit({ params: { date: '2026-11-20' }, body: filledIn })
  expect(report.state).toBe('on_time')
})
