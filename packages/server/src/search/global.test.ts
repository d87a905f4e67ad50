import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await enter(world, world.people.pm, {
    name: '听涛县供电公司',
    contactName: '焦慕野',
    contactPhone: '19900001234',
  })
  await enter(world, world.people.pmOtherRegion, {
    name: '听雪风电场',
    contactName: '陆云程',
    contactPhone: '0871-63125678',
  })
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

test('the whole phone number or its last four digits find the contact and the customer', async () => {
  const { dm, pm, pmSameRegion, pmOther, adm } = world.people
  const one = { customers: ['听涛县供电公司'], contacts: ['焦慕野'], people: [] }
  const nothing = { customers: [], contacts: [], people: [] }
  for (const q of ['1234', '１２３４', '19900001234', '199 0000 1234']) {
    expect(await found(dm, q)).toEqual(one)
    expect(await found(pm, q)).toEqual(one)
    for (const person of [pmSameRegion, pmOther, adm]) expect(await found(person, q)).toEqual(nothing)
  }
  expect((await found(dm, '5678')).contacts).toEqual(['陆云程'])
  // What the mask hides leads nobody to a number, so that it cannot be guessed digit by digit.
  for (const q of ['0000', '00001234', '1990000', '19900001', '01234'])
    expect(await found(dm, q)).toEqual(nothing)
})

test('a name is found with characters left out, after those that fit as typed', async () => {
  const { dm, pmOther, pmOtherRegion } = world.people
  expect((await found(dm, '听县供电')).customers).toEqual(['听涛县供电公司'])
  expect((await found(dm, '听风场')).customers).toEqual(['听雪风电场'])
  expect((await found(dm, '场风听')).customers).toEqual([])
  expect((await found(pmOtherRegion, '听县供电')).customers).toEqual([])
  expect((await found(pmOther, '听县供电')).customers).toEqual([])
})

test('whatever is typed gets an answer, for everybody', async () => {
  const { pm, dm, spm, gm, adm } = world.people
  const typed = [
    'KH-LH-0001',
    'kh-lh-1',
    'X-1234-5',
    '-',
    '--',
    'KH-',
    '12-',
    '0-0',
    'KH-LH-99999999999999999999',
    '1%_\\',
    '（）',
    '1234-5678',
    'a-1-b 听',
  ]
  for (const person of [pm, dm, spm, gm, adm]) {
    for (const q of typed) await expect(found(person, q)).resolves.toBeDefined()
  }
  expect((await found(dm, 'kh-lh-1')).customers).toEqual(['听雪风电场'])
  expect((await found(pm, 'KH-YL-0001')).customers).toEqual(['听涛县供电公司'])
})

test('a stranger and an empty question are refused', async () => {
  expect((await refusal(found(null, '听'))).status).toBe(401)
  expect((await refusal(found(world.people.pm, ' '))).errors).toEqual([
    { path: 'q', message: '请输入要找的内容' },
  ])
})
