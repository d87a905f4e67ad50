import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDue } from '../jobs.ts'
import { employ, passTo, toldTo } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { closePeriods } from './close.ts'
import { generateObligations } from './generate.ts'
import { keepHorizons } from './horizon.ts'

let world: World
let pm: Person
beforeAll(async () => {
  world = await createWorld()
  world.setNow('2026-09-07T08:00:00+08:00')
  pm = await employ(world, { name: '何之', entryDate: '2026-01-05' })
  await keepHorizons(world.services.db, world.services.clock.now())
})
afterAll(() => world.close())

const db = () => world.services.db

function ledger(people?: readonly string[]) {
  return db()
    .selectFrom('obligations')
    .select(['personId', 'kind', 'periodKey', 'onDate', 'opensAt', 'dueAt', 'graceAt', 'state', 'exemption'])
    .where('divisionId', '=', world.divisionId)
    .$if(people !== undefined, (query) => query.where('personId', 'in', people ?? []))
    .orderBy('personId')
    .orderBy('kind')
    .orderBy('periodKey')
    .execute()
}

const inBoxes = {
  version: 0,
  description: [{ text: '走访', done: true }],
  result: [{ text: '完成走访' }],
}

describe('the ledger over the National Day, day by day', () => {
  const mornings = [
    ...['2026-09-07', '2026-09-08', '2026-09-14', '2026-09-18', '2026-09-20', '2026-09-21', '2026-09-24'],
    ...['2026-09-28', '2026-09-30', '2026-10-03', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'],
  ]

  test('is the same as computed at once, whatever was registered and written on the way', async () => {
    const { dm, spm } = world.people
    const joiner = { ...(await employ(world, { name: '法乐', entryDate: '2026-09-14' })) }
    for (const morning of mornings) {
      await passTo(world, `${morning}T00:00:30+08:00`)
      await passTo(world, `${morning}T08:10:00+08:00`)
      if (morning === '2026-09-14')
        await world.as(dm).absences.register({
          body: {
            ...{ personId: pm.id, kind: 'trip', place: '望舒', reason: '走访' },
            ...{ from: '2026-09-17', to: '2026-09-19' },
          },
        })
      if (morning === '2026-09-21')
        await world.as(dm).absences.register({
          body: {
            ...{ personId: spm.id, kind: 'leave', leaveType: 'annual', reason: '年休假' },
            ...{ from: '2026-09-24', to: '2026-09-30' },
          },
        })
      if (morning === '2026-09-30') {
        const params = { month: '2026-09' }
        await world.as(pm).reports.submitMonthly({ params, body: { ...inBoxes, issue: '无' } })
        const plan = { version: 0, description: [{ text: '投标' }] }
        await world.as(joiner).reports.submitWeekly({
          params: { week: '2026-W40' },
          body: { summary: inBoxes, plan },
        })
      }
      await passTo(world, `${morning}T09:01:00+08:00`)
      await passTo(world, `${morning}T18:01:00+08:00`)
    }
    const replayed = await ledger()
    expect(new Set(replayed.map(({ kind }) => kind)).size).toBe(5)

    await db().deleteFrom('obligations').where('divisionId', '=', world.divisionId).execute()
    const [first] = mornings as [string]
    const horizon = await db()
      .selectFrom('obligationHorizons')
      .selectAll()
      .where('divisionId', '=', world.divisionId)
      .executeTakeFirstOrThrow()
    const begun = new Date(`${first}T08:00:00+08:00`)
    const range = { divisionId: world.divisionId, from: first, to: horizon.throughDate }
    await generateObligations(db(), range, begun)
    await db()
      .transaction()
      .execute((trx) => closePeriods(trx, world.services.clock.now()))
    expect(await ledger()).toEqual(replayed)
  })

  test('two servers that run the jobs at once write nothing twice', async () => {
    world.setNow('2026-10-16T16:00:00+08:00')
    await runDue(world.services)
    const plan = { version: 0, description: [{ text: '投标' }], support: [{ body: '要一台车' }] }
    await world.as(pm).reports.saveWeekly({
      params: { week: '2026-W42' },
      body: { summary: inBoxes, plan },
    })
    world.setNow('2026-10-19T00:00:30+08:00')
    await Promise.all([runDue(world.services), runDue(world.services), runDue(world.services)])
    const versions = await db()
      .selectFrom('reportVersions')
      .innerJoin('reports', 'reports.id', 'reportVersions.reportId')
      .select(['reports.periodKey', 'reportVersions.version'])
      .where('authorId', '=', pm.id)
      .where('reports.kind', '=', 'weekly')
      .orderBy('periodKey')
      .execute()
    expect(versions.map(({ periodKey }) => periodKey)).toEqual(['2026-W42', '2026-W43'])
    const told = await toldTo(world, pm)
    expect(told.filter(({ kind }) => kind === 'filed_itself')).toHaveLength(2)
    const asked = await db()
      .selectFrom('supportRequests')
      .select('state')
      .where('personId', '=', pm.id)
      .execute()
    expect(asked).toEqual([{ state: 'open' }])
    const rows = (await ledger([pm.id])).map(({ kind, periodKey }) => `${kind} ${periodKey}`)
    expect(new Set(rows).size).toBe(rows.length)
  })
})

describe('§1B-18 reminders of all kinds', () => {
  const titlesAt = async (instant: string, person = pm) => {
    const before = (await toldTo(world, person)).length
    await passTo(world, instant)
    const told = await toldTo(world, person)
    return told
      .slice(0, told.length - before)
      .filter(({ kind }) => kind === 'reminder')
      .map(({ title }) => title)
  }

  test.each([
    ['2026-10-23T15:59:00+08:00', []],
    ['2026-10-23T16:00:00+08:00', ['第43周总结和第44周计划还没提交']],
    ['2026-10-23T16:30:00+08:00', []],
    ['2026-10-25T20:00:00+08:00', ['第43周总结和第44周计划还没提交']],
    [
      '2026-10-26T08:30:00+08:00',
      ['10-23 周五日报剩 30 分，过时以没填计', '第43周总结和第44周计划剩 30 分，过时以没填计'],
    ],
    ['2026-10-30T15:00:00+08:00', ['10月工作报告还没提交']],
    ['2026-11-02T16:00:00+08:00', ['10月工作报告剩 2 时，过时以没填计']],
  ])('at %s: %j', async (instant, titles) => {
    expect((await titlesAt(instant)).sort()).toEqual(titles)
  })

  test('whoever has written is not reminded, and nobody on leave', async () => {
    const { spm, dm } = world.people
    world.setNow('2026-11-04T10:00:00+08:00')
    await world.as(dm).absences.register({
      body: {
        ...{ personId: spm.id, kind: 'leave', leaveType: 'annual', reason: '年休假' },
        ...{ from: '2026-11-06', to: '2026-11-06' },
      },
    })
    world.setNow('2026-11-06T15:00:00+08:00')
    const plan = { version: 0, description: [{ text: '投标' }] }
    await world
      .as(pm)
      .reports.submitWeekly({ params: { week: '2026-W45' }, body: { summary: inBoxes, plan } })
    expect(await titlesAt('2026-11-06T16:00:00+08:00')).toEqual([])
    expect(await titlesAt('2026-11-06T16:01:00+08:00', spm)).toEqual([])
  })

  test('at 09:05 the manager gets one list of what closed since the day before, of all kinds', async () => {
    const { dm } = world.people
    await passTo(world, '2026-11-03T09:00:30+08:00')
    await passTo(world, '2026-11-09T09:06:00+08:00')
    const lists = await db()
      .selectFrom('notifications')
      .select(['title', 'body'])
      .where('personId', '=', dm.id)
      .where('kind', '=', 'missed_list')
      .orderBy('createdAt', 'desc')
      .execute()
    expect(lists[0]?.title).toMatch(/^\d+ 份汇报未填（以没填计）$/)
    expect(lists[0]?.body).toContain('第45周总结：')
    expect(lists[0]?.body).toContain('11-06 周五日报：')
  })
})

describe('what the manager does about the reports of a week', () => {
  test('urges who owes both halves once, waives one of them, and reads the story of the other', async () => {
    const { dm } = world.people
    await passTo(world, '2026-11-16T08:40:00+08:00')
    const as = world.as(dm)
    const urged = await as.reports.urge({ body: { kind: 'weekly_summary', period: '2026-W46' } })
    expect(urged.urged.map(({ id }) => id)).toContain(pm.id)
    const [told] = await toldTo(world, pm)
    expect(told?.title).toBe('安培之催办：第46周总结和第47周计划还没提交')
    const again = await as.reports.urge({ body: { kind: 'weekly_summary', period: '2026-W46' } })
    expect(again).toEqual({ urged: [], alreadyUrged: urged.urged.length })

    await passTo(world, '2026-11-16T09:01:00+08:00')
    const open = await as.compliance.missing({ query: {} })
    const mine = open.filter(({ person, kind }) => person.id === pm.id && kind.startsWith('weekly'))
    expect(mine.map(({ subject, state, editor }) => [subject, state, editor])).toEqual([
      ['第47周计划', 'missed', '/reports/weekly/2026-W46'],
      ['第46周总结', 'missed', '/reports/weekly/2026-W46'],
    ])
    const [plan, summary] = mine
    await as.compliance.waive({ params: { id: plan?.obligationId ?? '' }, body: { reason: '陪总经理接待' } })
    const story = await as.compliance.obligation({ params: { id: summary?.obligationId ?? '' } })
    expect(story).toMatchObject({ kind: 'weekly_summary', period: '2026-W46', state: 'missed' })
    expect(story.story.map(({ title, clause }) => [title, clause])).toEqual([
      ['应填', '五.2.4)①'],
      ['正常截止', '五.2.4)①'],
      ['宽限截止', '五.2.4)②'],
      ['首次完整提交', null],
      ['未填（以没填计）', '五.2.4)②'],
    ])
    const grid = await as.compliance.periods({
      query: { from: '2026-11-09', to: '2026-11-22', unit: 'week' },
    })
    const row = grid.people.find(({ id }) => id === pm.id)
    const cells = row?.cells.map((column) => column.map(({ subject, state }) => `${subject} ${state}`))
    expect(grid.columns.map(({ label }) => label)).toEqual(['第46周', '第47周'])
    expect(cells?.[0]).toEqual(expect.arrayContaining(['第46周总结 missed']))
    expect(cells?.[1]).toEqual(expect.arrayContaining(['第47周计划 waived', '第47周总结 pending']))
    expect(row?.missed).toBe(1)
  })
})
