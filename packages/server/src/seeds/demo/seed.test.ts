import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { closePeriods } from '../../obligations/close.ts'
import { generateObligations } from '../../obligations/generate.ts'
import { frozenClock } from '../../platform/clock.ts'
import { applicationPool, database, type Trx } from '../../platform/db/connect.ts'
import { localFiles } from '../../platform/files/store.ts'
import { secretsFrom } from '../../platform/secrets.ts'
import { createDatabase, dropDatabaseGently } from '../../testing/cluster.ts'
import type { Username } from './cast.ts'
import { databaseFingerprint } from './fingerprint.ts'
import { demoNow } from './quarter.ts'
import { removeDemo } from './remove.ts'
import { seedDemo } from './seed.ts'
import { customerId, divisionId, personId } from './stage/stage.ts'

const minutes = 60_000
let first: Awaited<ReturnType<typeof seeded>>
let second: Awaited<ReturnType<typeof seeded>>

beforeAll(async () => {
  ;[first, second] = await Promise.all([seeded(), seeded()])
}, 10 * minutes)
afterAll(async () => {
  await Promise.all([first.drop(), second.drop()])
})

describe('the demonstration division in the database', () => {
  it('is the same in every database', async () => {
    expect(await databaseFingerprint(first.db)).toBe(await databaseFingerprint(second.db))
  })

  /** After a change that is meant: look at the division, then `npx vitest run packages/server/src/seeds -u`. */
  it('is the one that was last looked at', async () => {
    await expect(`${await databaseFingerprint(first.db)}\n`).toMatchFileSnapshot('demo.sha256')
  })

  it.each<[Username, string, string, string]>([
    ['jiaoer', '2026-09-20', 'on_time', 'a Sunday worked for the holidays owes a report'],
    ['weibo', '2026-09-30', 'excused_late', 'the grace before the holidays lasts until 10-08 09:00'],
    ['gaosi', '2026-10-10', 'excused_late', 'the report of a Saturday worked is due on Monday 09:00'],
    ['hezhi', '2026-10-16', 'exempt', 'a trip over a weekend frees from the reports'],
    ['hezhi', '2026-10-19', 'exempt', 'and goes on doing so after the weekend'],
    ['kulun', '2026-09-22', 'exempt', 'a trip that the manager registered late still frees'],
    ['hengli', '2026-10-22', 'on_time', 'half a day of leave leaves the report owed'],
    ['jiaoer', '2026-10-28', 'excused_late', 'the minute of the deadline counts: 09:00:40'],
    ['walan', '2026-10-28', 'late_fill', 'the minute after it does not: 09:01:05'],
    ['gaosi', '2026-11-04', 'late_fill', 'a late report without a reason is a late fill'],
    ['oumu', '2026-11-05', 'on_time', 'a complete draft files itself at the deadline'],
    ['fale', '2026-10-16', 'waived', 'the manager waived a report'],
    ['weibo', '2026-11-18', 'missed', 'the manager found the reason not to hold'],
    ['fale', '2026-09-14', 'on_time', 'a new colleague owes from the first day'],
    ['kulun', '2026-10-30', 'on_time', 'and somebody who leaves until the last'],
    ['anpeizhi', '2026-11-20', 'on_time', 'the manager writes reports too'],
    ['jiaoer', '2026-11-20', 'pending', 'Friday’s report is still owed on Monday before nine'],
    ['walan', '2026-11-20', 'pending', 'and not by one person only'],
  ])('%s, %s: %s, because %s', async (who, date, state) => {
    const row = await first.db
      .selectFrom('obligations')
      .select('state')
      .where('personId', '=', personId(who))
      .where('kind', '=', 'daily')
      .where('onDate', '=', date)
      .executeTakeFirst()
    expect(row?.state).toBe(state)
  })

  it.each<[Username, string, string, string, string]>([
    [
      'weibo',
      'weekly_summary',
      '2026-W40',
      'excused_late',
      'the grace of the week of the National Day lasts until 10-08 09:00',
    ],
    ['gaosi', 'weekly_summary', '2026-W43', 'late_fill', 'twelve minutes after nine'],
    ['weibo', 'monthly', '2026-09', 'excused_late', 'September at 10-08 17:59'],
    ['gaosi', 'monthly', '2026-09', 'late_fill', 'and at 18:01'],
    ['walan', 'weekly_summary', '2026-W45', 'missed', 'never written'],
    ['hengli', 'weekly_summary', '2026-W40', 'exempt', 'on leave for the whole week'],
    ['hezhi', 'weekly_summary', '2026-W42', 'on_time', 'a trip over the weekend frees from no weekly report'],
    ['fale', 'weekly_summary', '2026-W38', 'on_time', 'a new colleague owes the first summary'],
    ['kulun', 'monthly', '2026-10', 'on_time', 'who leaves on the last working day tells of the month'],
    ['jiaoer', 'weekly_summary', '2026-W47', 'pending', 'twenty minutes before its grace ends'],
    ['walan', 'weekly_plan', '2026-W48', 'pending', 'and the next plan with it'],
    ['anpeizhi', 'weekly_plan', '2026-W48', 'on_time', 'the manager plans, too'],
  ])('%s, %s %s: %s, because %s', async (who, kind, key, state) => {
    const row = await first.db
      .selectFrom('obligations')
      .select('state')
      .where('personId', '=', personId(who))
      .where('kind', '=', kind)
      .where('periodKey', '=', key)
      .executeTakeFirst()
    expect(row?.state).toBe(state)
  })

  it('owes no plan for the week of the entry', async () => {
    const rows = await first.db
      .selectFrom('obligations')
      .select('periodKey')
      .where('personId', '=', personId('fale'))
      .where('kind', '=', 'weekly_plan')
      .orderBy('periodKey')
      .limit(1)
      .execute()
    expect(rows).toEqual([{ periodKey: '2026-W39' }])
  })

  it('has the ledger that its quarter gives when it is computed at once', async () => {
    const undone = new Error('only looked at')
    const looked = first.db.transaction().execute(async (trx) => {
      const replayed = await ledgerOf(trx)
      const { throughDate } = await trx
        .selectFrom('obligationHorizons')
        .select('throughDate')
        .where('divisionId', '=', divisionId)
        .executeTakeFirstOrThrow()
      await trx.deleteFrom('obligations').where('divisionId', '=', divisionId).execute()
      const range = { divisionId, from: '2026-09-01', to: throughDate }
      await generateObligations(trx, range, new Date('2026-09-01T00:00:00+08:00'))
      await closePeriods(trx, demoNow)
      const decided = new Set(replayed.filter(({ decided }) => decided).map(nameOf))
      const undecided = (rows: typeof replayed) => rows.filter((row) => !decided.has(nameOf(row)))
      expect(undecided(await ledgerOf(trx))).toEqual(undecided(replayed))
      throw undone
    })
    await expect(looked).rejects.toBe(undone)
  })

  it.each<[Username, string]>([
    ['fale', '2026-09-11'],
    ['kulun', '2026-11-02'],
  ])('%s owes nothing on %s, outside the time in the division', async (who, date) => {
    const rows = await first.db
      .selectFrom('obligations')
      .select('id')
      .where('personId', '=', personId(who))
      .where('kind', '=', 'daily')
      .where('onDate', '=', date)
      .execute()
    expect(rows).toEqual([])
  })

  it('leaves the manager six reports to read on Monday morning', async () => {
    const unread = await first.db
      .selectFrom('reports')
      .leftJoin('reportReads', 'reportReads.reportId', 'reports.id')
      .select('reports.id')
      .where('submittedAt', 'is not', null)
      .where('authorId', '<>', personId('anpeizhi'))
      .where('reportReads.personId', 'is', null)
      .execute()
    expect(unread).toHaveLength(6)
  })

  it('has a request for support that waits for the manager, one that he answered, and one that 总经理 answered', async () => {
    const rows = await first.db
      .selectFrom('supportRequests')
      .innerJoin('people', 'people.id', 'supportRequests.personId')
      .select(['people.username', 'week', 'supportRequests.state', 'decidedBy'])
      .where('week', 'in', ['2026-W47', '2026-W48'])
      .where('people.username', 'in', ['hezhi', 'fute', 'anpeizhi'])
      .execute()
    expect(rows).toEqual(
      expect.arrayContaining([
        { username: 'hezhi', week: '2026-W48', state: 'open', decidedBy: null },
        { username: 'fute', week: '2026-W48', state: 'granted', decidedBy: personId('anpeizhi') },
        { username: 'anpeizhi', week: '2026-W47', state: 'granted', decidedBy: personId('lin') },
      ]),
    )
  })

  it('handed the customers of the leaver over and kept the history', async () => {
    const owned = await first.db
      .selectFrom('customers')
      .select('id')
      .where('ownerId', '=', personId('kulun'))
      .execute()
    const moved = await first.db
      .selectFrom('ownershipTransfers')
      .select('id')
      .where('fromOwnerId', '=', personId('kulun'))
      .where('toOwnerId', '=', personId('hezhi'))
      .execute()
    expect(owned).toEqual([])
    expect(moved.length).toBeGreaterThan(10)
  })

  it('has one grade change that no report carries yet', async () => {
    const open = await first.db
      .selectFrom('gradeChanges')
      .select('changedBy')
      .where('reflectedInReportId', 'is', null)
      .execute()
    expect(open).toEqual([{ changedBy: personId('walan') }])
  })

  it('shows the refused attempts in the audit log: C for a customer with trade, a name in other brackets', async () => {
    const refusals = await first.db
      .selectFrom('auditLog')
      .select(['actorId', 'detail'])
      .where('action', '=', 'refused')
      .orderBy('at')
      .execute()
    expect(refusals.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [personId('hezhi'), expect.objectContaining({ code: 'duplicate_record' })],
      [personId('gaosi'), expect.objectContaining({ code: 'invalid_input' })],
    ])
    const twins = await first.db
      .selectFrom('customers')
      .select('id')
      .where('name', 'like', '澄原电力物资%')
      .execute()
    expect(twins).toEqual([{ id: customerId('澄原电力物资（集团）有限公司') }])
  })

  it('has A customers that nobody has visited for thirty days', async () => {
    const forgotten = await first.db
      .selectFrom('customers')
      .select('id')
      .where('grade', '=', 'A')
      .where('lastActivityAt', '<', new Date('2026-10-24T00:00:00+08:00'))
      .execute()
    expect(forgotten.length).toBeGreaterThanOrEqual(3)
  })

  it('is not written twice', async () => {
    await seedDemo(first.services)
    expect(await databaseFingerprint(first.db)).toBe(await databaseFingerprint(second.db))
  })

  it('can be taken away again, except for what the audit log remembers', async () => {
    await removeDemo(second.db)
    for (const table of [
      'divisions',
      'people',
      'customers',
      'contacts',
      'activities',
      'reports',
      'obligations',
    ] as const) {
      expect(await second.db.selectFrom(table).selectAll().execute()).toEqual([])
    }
  })
})

const nameOf = (row: { personId: string; kind: string; periodKey: string }) =>
  `${row.personId} ${row.kind} ${row.periodKey}`

async function ledgerOf(trx: Trx) {
  const rows = await trx
    .selectFrom('obligations')
    .select(['personId', 'kind', 'periodKey', 'onDate', 'dueAt', 'graceAt', 'state', 'exemption'])
    .select((row) =>
      row.or([row('waivedAt', 'is not', null), row('reasonRejectedAt', 'is not', null)]).as('decided'),
    )
    .where('divisionId', '=', divisionId)
    .orderBy('personId')
    .orderBy('kind')
    .orderBy('periodKey')
    .execute()
  return rows
}

async function seeded() {
  const name = `zw_demo_${randomBytes(6).toString('hex')}`
  const connectionString = await createDatabase(inject('adminUrl'), name, inject('template'))
  const pool = applicationPool({ connectionString }, 3)
  const directory = path.join(os.tmpdir(), `zhuowei-files-${name}`)
  const services = {
    pool,
    db: database(pool),
    secrets: secretsFrom(randomBytes(32)),
    files: localFiles(directory),
    clock: frozenClock(demoNow),
    log: pino({ level: 'silent' }),
  }
  await seedDemo(services)
  const drop = async () => {
    await services.db.destroy()
    await dropDatabaseGently(inject('adminUrl'), name)
    await rm(directory, { recursive: true, force: true })
  }
  return { services, db: services.db, drop }
}
