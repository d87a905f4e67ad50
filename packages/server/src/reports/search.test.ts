import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filledIn, writeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-16', '2026-12-31')
  const { pm, spm, dm, pmOther } = world.people
  await file(pm, '2026-11-16', '认可两地三中心，预算 100% 未批', '等保 Ａ 级整改')
  await file(spm, '2026-11-17', '送样到听涛县')
  await file(dm, '2026-11-18', '两地三中心的方案过会')
  await file(pmOther, '2026-11-18', '两地三中心在另一个事业部')
})
afterAll(() => world.close())

async function file(person: Person, date: string, text: string, issue: string | null = null) {
  world.setNow(`${date}T17:30:00+08:00`)
  const body = { ...filledIn, description: [{ text: '走访' }], result: [{ text: '出门' }, { text }], issue }
  return world.as(person).reports.submit({ params: { date }, body })
}

const foundBy = async (person: Person, q: string) =>
  (await world.as(person).reports.stream({ query: { box: 'all', q } })).items.map(({ author }) => author.name)

describe('查汇报', () => {
  test.each([
    ['two characters out of the middle', '地三', ['pm']],
    ['a whole phrase', '两地三中心', ['pm']],
    ['words in any order, each of them needed', '未批 走访', ['pm']],
    ['a single character', '样', ['spm']],
    ['what stands under 存在问题及计划', '整改', ['pm']],
    ['letters of another width and case', 'a 级', ['pm']],
    ['a percent sign for what it is', '0%', ['pm']],
    ['nothing for a sign that would match anything', '%未%', []],
    ['nothing for pairs that stand apart', '三样', []],
  ] as const)('finds by %s', async (_, q, authors) => {
    expect(await foundBy(world.people.dm, q)).toEqual(authors.map((key) => world.people[key].name))
  })

  test('only what this person may read: the division for the manager, everything for 总经理, nothing for staff', async () => {
    const { dm, dmOther, gm, pm, pmOther } = world.people
    expect(await foundBy(dmOther, '两地')).toEqual([pmOther.name])
    expect(await foundBy(gm, '两地')).toEqual([pmOther.name, dm.name, pm.name])
    await expect(foundBy(pm, '两地')).rejects.toMatchObject({ problem: { status: 403 } })
  })

  test('shows the line in which it was found instead of the first one', async () => {
    const { items } = await world.as(world.people.dm).reports.stream({ query: { box: 'all', q: '预算' } })
    expect(items[0]?.headline).toBe('认可两地三中心，预算 100% 未批')
  })

  test('an empty search is refused', async () => {
    await expect(foundBy(world.people.dm, ' ')).rejects.toMatchObject({ problem: { status: 422 } })
  })
})

describe('五.1.1) how the manager reads', () => {
  test('counts what was handed to him, read and commented, and the median wait of the authors', async () => {
    const { dm, pm, spm, gm } = world.people
    const rate = (person: Person) =>
      world.as(person).reports.readingRate({ query: { from: '2026-11-16', to: '2026-11-22' } })
    expect(await rate(dm)).toMatchObject({ submitted: 2, read: 0, commented: 0, hoursToComment: null })
    const { items } = await world.as(dm).reports.stream({ query: { personId: pm.id } })
    const params = { id: items[0]?.id ?? '' }
    world.setNow('2026-11-16T19:30:00+08:00')
    await world.as(dm).reports.comment({ params, body: { body: '收到' } })
    world.setNow('2026-11-16T21:30:00+08:00')
    await world.as(dm).reports.comment({ params, body: { body: '再说一句' } })
    expect(await rate(dm)).toMatchObject({
      ...{ submitted: 2, read: 1, commented: 1, hoursToRead: 2, hoursToComment: 2 },
      people: expect.arrayContaining([
        expect.objectContaining({ name: pm.name, commented: 1 }),
        expect.objectContaining({ name: spm.name, submitted: 1, commented: 0, hoursToRead: null }),
      ]),
    })
    expect(await rate(gm)).toMatchObject({ submitted: 1, people: [{ name: dm.name }] })
  })

  test('the author sees who has read his report', async () => {
    const { pm, dm } = world.people
    const { items } = await world.as(pm).reports.mine()
    const read = await world.as(pm).reports.get({ params: { id: items[0]?.id ?? '' } })
    expect(read.readers).toEqual([{ id: dm.id, name: dm.name, at: '2026-11-16T11:30:00.000Z' }])
  })
})

describe('查我的汇报', () => {
  const mine = async (person: Person, q: string) => {
    const { items } = await world.as(person).reports.mine({ query: { q } })
    return items.map(({ date, headline }) => [date, headline])
  }

  test('finds the own reports by their words, with the line where they stand, and nobody else’s', async () => {
    const { pm, dm } = world.people
    expect(await mine(pm, '两地三中心 走访')).toEqual([['2026-11-16', '认可两地三中心，预算 100% 未批']])
    expect(await mine(dm, '两地三中心')).toEqual([['2026-11-18', '两地三中心的方案过会']])
    expect(await mine(pm, '听涛县')).toEqual([])
    expect(await mine(pm, '100_')).toEqual([])
  })

  test('finds what is only a draft yet', async () => {
    const { pm } = world.people
    world.setNow('2026-11-19T15:00:00+08:00')
    await world.as(pm).reports.saveDraft({
      params: { date: '2026-11-19' },
      body: { version: 0, description: [{ text: '量子加密试点' }], result: [], issue: null },
    })
    expect(await mine(pm, '量子加密')).toEqual([['2026-11-19', '量子加密试点']])
  })
})
