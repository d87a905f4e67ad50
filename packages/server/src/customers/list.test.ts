import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { enter } from './testing-customers.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { pm, pmSameRegion, pmOtherRegion, pmOther } = world.people
  const enterAt = async (day: string, person: Person, more: Parameters<typeof enter>[2]) => {
    world.setNow(`${day}T10:00:00+08:00`)
    await enter(world, person, more)
  }
  await enterAt('2026-10-01', pm, { name: '听涛县供电公司', contactName: '陆云程', grade: 'A', city: '岚汀' })
  await enterAt('2026-10-24', pm, { name: '100%绿电_实业\\公司', contactName: '程慕野', type: 'materials' })
  await enterAt('2026-10-25', pm, {
    name: 'ABB电力2号站',
    status: 'interested',
    contactPhone: '0871-63123456',
  })
  await enterAt('2026-11-08', pmSameRegion, {
    name: '听雪风电场',
    contactName: '许照临',
    contactPhone: '19912345678',
  })
  await enterAt('2026-11-09', pmSameRegion, { name: '长沙重工热电厂', tradeStatus: 'traded' })
  await enterAt('2026-11-20', pmOtherRegion, { name: '澜庭县供电公司', city: '沧屿' })
  await enterAt('2026-11-21', pmOther, { name: '听涛地铁公司' })
  // All but one have been visited on the day of their entry.
  await world.services.db
    .updateTable('customers')
    .set({ lastActivityKind: 'visit' })
    .where('name', '<>', '长沙重工热电厂')
    .execute()
  world.setNow('2026-11-23T08:40:00+08:00')
})
afterAll(() => world.close())

type Query = NonNullable<NonNullable<Parameters<ReturnType<World['as']>['customers']['list']>[0]>['query']>

async function names(person: Person | null, query: Query = {}): Promise<string[]> {
  const page = await world.as(person).customers.list({ query })
  return page.items.map((one) => one.name)
}

const everything = [
  '澜庭县供电公司',
  '长沙重工热电厂',
  '听雪风电场',
  'ABB电力2号站',
  '100%绿电_实业\\公司',
  '听涛县供电公司',
]

describe('who sees which customers (§3A)', () => {
  test('the manager and the clerk the division, the supervisors the region, each supervisor of projects own and region', async () => {
    const { gm, dm, oa, spm, pm, pmOtherRegion, dmOther } = world.people
    expect(await names(gm)).toEqual(['听涛地铁公司', ...everything])
    expect(await names(dm)).toEqual(everything)
    expect(await names(oa)).toEqual(everything)
    expect(await names(spm)).toEqual(everything.slice(1))
    expect(await names(pm)).toEqual(everything.slice(1))
    expect(await names(pmOtherRegion)).toEqual(['澜庭县供电公司'])
    expect(await names(dmOther)).toEqual(['听涛地铁公司'])
  })

  test('a stranger is asked to sign in, the administrator has no business here', async () => {
    expect((await refusal(names(null))).status).toBe(401)
    expect((await refusal(names(world.people.adm))).status).toBe(403)
  })
})

describe('search', () => {
  test.each([
    ['听', ['听雪风电场', '听涛县供电公司']],
    ['听涛', ['听涛县供电公司']],
    ['涛县供电', ['听涛县供电公司']],
    ['听涛供电', ['听涛县供电公司']],
    ['供电 听涛', ['听涛县供电公司']],
    ['ttx', ['听涛县供电公司']],
    ['TTXGD', ['听涛县供电公司']],
    ['tt', ['听涛县供电公司']],
    ['t', ['听雪风电场', '听涛县供电公司']],
    ['tingtao', ['听涛县供电公司']],
    ['tingt', ['听涛县供电公司']],
    ['changsha', ['长沙重工热电厂']],
    ['cszg', ['长沙重工热电厂']],
    ['abb', ['ABB电力2号站']],
    ['ＡＢＢ电力', ['ABB电力2号站']],
    ['abb dianl', ['ABB电力2号站']],
    ['KH-LH', ['澜庭县供电公司']],
    ['10', ['100%绿电_实业\\公司']],
    ['xueifeng', []],
    ['tingxuef', ['听雪风电场']],
    ['tx', ['澜庭县供电公司', '听雪风电场', '听涛县供电公司']],
    ['2号站', ['ABB电力2号站']],
    ['听涛 fd', []],
    ['KH-YL-0001', ['听涛县供电公司']],
    ['kh-yl-1', ['听涛县供电公司']],
    ['X-1234-5', []],
    ['0001', ['澜庭县供电公司', '听涛县供电公司']],
    ['100', ['100%绿电_实业\\公司']],
    ['%', ['100%绿电_实业\\公司']],
    ['_', ['100%绿电_实业\\公司']],
    ['\\', ['100%绿电_实业\\公司']],
    ['0%绿', ['100%绿电_实业\\公司']],
    ['陆云', ['听涛县供电公司']],
    ['lyc', ['听涛县供电公司']],
    ['xuzhaolin', ['听雪风电场']],
    ['199 1234 5678', ['听雪风电场']],
    ['087163123456', ['ABB电力2号站']],
    ['1991234567', []],
    ['5678', ['听雪风电场']],
    ['3456', ['ABB电力2号站']],
    ['地铁', []],
    ['an', []],
    ['gongsi', ['澜庭县供电公司', '100%绿电_实业\\公司', '听涛县供电公司']],
    ['长沙热电', ['长沙重工热电厂']],
    ['听供公司', ['听涛县供电公司']],
    ['场风听', []],
    ['听公', []],
    ["'; drop table customers; --", []],
  ])('%s finds %o', async (q, found) => {
    expect(await names(world.people.dm, { q })).toEqual(found)
  })

  test("a colleague's customer is found by its name, never through its contacts", async () => {
    const { pm, pmSameRegion } = world.people
    expect(await names(pm, { q: '听雪' })).toEqual(['听雪风电场'])
    for (const q of ['许照临', 'xzl', '19912345678', '5678']) {
      expect(await names(pm, { q })).toEqual([])
      expect(await names(pmSameRegion, { q })).toEqual(['听雪风电场'])
    }
  })

  test('the search goes over the whole of the scope of the general manager', async () => {
    expect(await names(world.people.gm, { q: '听涛' })).toEqual(['听涛地铁公司', '听涛县供电公司'])
  })
})

describe('filters', () => {
  test.each<[Query, string[]]>([
    [{ grade: ['A'] }, ['听涛县供电公司']],
    [{ grade: ['A', 'B'] }, ['长沙重工热电厂', '听涛县供电公司']],
    [{ tradeStatus: ['traded'] }, ['长沙重工热电厂']],
    [{ status: ['interested'] }, ['ABB电力2号站']],
    [{ type: ['power_plant'] }, ['长沙重工热电厂', '听雪风电场']],
    [{ city: ['岚汀', '沧屿'] }, ['澜庭县供电公司', '听涛县供电公司']],
    [{ lastActivity: ['within14'] }, ['澜庭县供电公司']],
    [{ lastActivity: ['never'] }, ['长沙重工热电厂']],
    [{ lastActivity: ['within30'] }, ['听雪风电场', 'ABB电力2号站', '100%绿电_实业\\公司']],
    [{ lastActivity: ['over30'] }, ['听涛县供电公司']],
    [{ lastActivity: ['never', 'over30'] }, ['长沙重工热电厂', '听涛县供电公司']],
    [{ ownerId: ['none'] }, []],
  ])('%o', async (query, found) => {
    expect(await names(world.people.dm, query)).toEqual(found)
  })

  test('owner, region and several filters together', async () => {
    const { dm, pm, pmSameRegion } = world.people
    expect(await names(dm, { ownerId: [pmSameRegion.id] })).toEqual(['长沙重工热电厂', '听雪风电场'])
    expect(await names(pm, { ownerId: [pm.id] })).toEqual(everything.slice(3))
    expect(await names(dm, { regionId: [world.regions.lanhai] })).toEqual(['澜庭县供电公司'])
    expect(await names(pm, { regionId: [world.regions.lanhai] })).toEqual([])
    expect(await names(dm, { ownerId: [pm.id, 'none'], grade: ['C'], q: '电力' })).toEqual(['ABB电力2号站'])
  })
})

describe('order and pages', () => {
  test.each<[Query, string[]]>([
    [{ sort: 'lastActivity', direction: 'asc' }, everything.toReversed()],
    [{ sort: 'created' }, everything],
    [
      { sort: 'name' },
      [
        '100%绿电_实业\\公司',
        'ABB电力2号站',
        '长沙重工热电厂',
        '澜庭县供电公司',
        '听涛县供电公司',
        '听雪风电场',
      ],
    ],
    [
      { sort: 'grade' },
      [
        '听涛县供电公司',
        '长沙重工热电厂',
        '澜庭县供电公司',
        '听雪风电场',
        'ABB电力2号站',
        '100%绿电_实业\\公司',
      ],
    ],
  ])('%o', async (query, expected) => {
    for (const person of [world.people.dm, world.people.oa]) {
      expect(await names(person, query)).toEqual(expected)
      expect(await allPages({ ...query, limit: 1 })).toEqual(expected)
      expect(await allPages({ ...query, limit: 4 })).toEqual(expected)
    }
    const opposite =
      query.direction === 'asc' || query.sort === 'name' || query.sort === 'grade' ? 'desc' : 'asc'
    expect(await allPages({ ...query, direction: opposite, limit: 2 })).toEqual(expected.toReversed())
  })

  test('a cursor that is no cursor is a wrong input', async () => {
    const forged = Buffer.from('["x","y"]').toString('base64url')
    expect((await refusal(names(world.people.dm, { cursor: 'abc' }))).status).toBe(422)
    expect((await refusal(names(world.people.dm, { cursor: forged }))).status).toBe(400)
  })

  async function allPages(query: Query): Promise<string[]> {
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await world.as(world.people.dm).customers.list({ query: { ...query, cursor } })
      found.push(...page.items.map((one) => one.name))
      cursor = page.next ?? undefined
    } while (cursor)
    return found
  }
})

describe('the numbers beside the filters', () => {
  test('each facet is counted with all filters but its own', async () => {
    const summary = await world.as(world.people.dm).customers.summary({ query: { grade: ['C'] } })
    expect(summary).toMatchObject({ total: 4, capped: false, exact: true })
    expect(summary.facets.grade).toEqual([
      { value: 'C', count: 4 },
      { value: 'A', count: 1 },
      { value: 'B', count: 1 },
    ])
    expect(summary.facets.region).toEqual([
      { value: world.regions.yunling, name: '云岭片区', count: 3 },
      { value: world.regions.lanhai, name: '澜海片区', count: 1 },
    ])
    expect(summary.facets.lastActivity).toContainEqual({ value: 'within30', count: 3 })
  })

  test('nothing outside the scope is counted, with a search either', async () => {
    const { pmOtherRegion } = world.people
    expect((await world.as(pmOtherRegion).customers.summary()).total).toBe(1)
    expect((await world.as(pmOtherRegion).customers.summary({ query: { q: '听涛' } })).total).toBe(0)
    const own = await world.as(pmOtherRegion).customers.summary({ query: { ownerId: [pmOtherRegion.id] } })
    expect(own.facets.owner.map(({ name }) => name)).toEqual(['韦博'])
  })

  test('a name with characters left out is told as such, counted alike, and filtered without becoming exact', async () => {
    const { dm } = world.people
    const query = { q: '听县供电' }
    expect(await world.as(dm).customers.list({ query })).toMatchObject({ leftOut: true, items: [{}] })
    expect(await world.as(dm).customers.list({ query: { q: '听涛' } })).toMatchObject({ leftOut: false })
    expect((await world.as(dm).customers.summary({ query })).total).toBe(1)
    const filtered = { q: '涛县供电', grade: ['C' as const] }
    expect(await world.as(dm).customers.list({ query: filtered })).toMatchObject({
      leftOut: false,
      items: [],
    })
    expect((await world.as(dm).customers.summary({ query: filtered })).total).toBe(0)
  })

  test('a customer nobody has been to counts as such only, however old it is', async () => {
    const { db } = world.services
    const visit = (kind: 'visit' | null) =>
      db
        .updateTable('customers')
        .set({ lastActivityKind: kind })
        .where('name', '=', '听涛县供电公司')
        .execute()
    await visit(null)
    const { facets } = await world.as(world.people.dm).customers.summary()
    expect(facets.lastActivity).toMatchObject([{}, {}, { count: 0 }, { value: 'never', count: 2 }])
    expect(await names(world.people.dm, { lastActivity: ['over30'] })).toEqual([])
    const where = JSON.stringify({
      join: 'and',
      groups: [{ join: 'and', items: [{ field: 'silentDays', op: 'atLeast', value: 31 }] }],
    })
    expect(await names(world.people.dm, { where })).toEqual(['听涛县供电公司'])
    await visit('visit')
  })

  test('the last activities are counted by their age', async () => {
    const { facets } = await world.as(world.people.dm).customers.summary()
    expect(facets.lastActivity).toEqual([
      { value: 'within14', count: 1 },
      { value: 'within30', count: 3 },
      { value: 'over30', count: 1 },
      { value: 'never', count: 1 },
    ])
  })
})

test('whoever leafs through more than a hundred rows in ten minutes leaves one line in the audit log', async () => {
  const { pmOther } = world.people
  const traces = () =>
    world.services.db
      .selectFrom('auditLog')
      .selectAll()
      .where('action', '=', 'customers.bulk_viewed')
      .where('actorId', '=', pmOther.id)
      .execute()
  for (let turn = 0; turn < 100; turn += 1) await names(pmOther)
  expect(await traces()).toEqual([])
  for (let turn = 0; turn < 20; turn += 1) await names(pmOther)
  await expect.poll(traces).toHaveLength(1)
})
