import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await enter(world, world.people.pm, { name: '听涛县供电公司', contactName: '焦慕野' })
  await enter(world, world.people.pmOtherRegion, { name: '听雪风电场', contactName: '陆云程' })
})
afterAll(() => world.close())

async function found(person: Person | null, q: string) {
  const hits = await world.as(person).search.global({ query: { q } })
  const names = (items: readonly { name: string }[]) => items.map((one) => one.name)
  return { customers: names(hits.customers), contacts: names(hits.contacts), people: names(hits.people) }
}

test('one box finds customers, their people and colleagues, by characters, pinyin, initials and number', async () => {
  const { dm } = world.people
  expect(await found(dm, '听')).toEqual({
    customers: ['听雪风电场', '听涛县供电公司'],
    contacts: [],
    people: [],
  })
  expect(await found(dm, '焦')).toEqual({
    customers: ['听涛县供电公司'],
    contacts: ['焦慕野'],
    people: ['焦尔'],
  })
  expect((await found(dm, 'jiao')).people).toEqual(['焦尔'])
  expect((await found(dm, 'je')).people).toEqual(['焦尔'])
  expect((await found(dm, 'ttx')).customers).toEqual(['听涛县供电公司'])
  expect((await found(dm, 'KH-LH-0001')).customers).toEqual(['听雪风电场'])
})

test('nobody finds what lies outside the own scope', async () => {
  const { pm, pmSameRegion, pmOther, adm, gm } = world.people
  expect(await found(pm, '陆云程')).toEqual({ customers: [], contacts: [], people: [] })
  expect((await found(pmSameRegion, '焦慕野')).contacts).toEqual([])
  expect((await found(pmSameRegion, 'tingtao')).customers).toEqual(['听涛县供电公司'])
  expect(await found(pmOther, '听')).toEqual({ customers: [], contacts: [], people: [] })
  expect(await found(adm, '听')).toEqual({ customers: [], contacts: [], people: [] })
  expect((await found(gm, '陆')).people).toEqual(['陆远'])
})

test('a stranger and an empty question are refused', async () => {
  expect((await refusal(found(null, '听'))).status).toBe(401)
  expect((await refusal(found(world.people.pm, ' '))).errors).toEqual([
    { path: 'q', message: '请输入要找的内容' },
  ])
})
