import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const itemOf = async (person: Person, at: string) => {
  world.setNow(`${at}+08:00`)
  return (await world.as(person).today.get()).items.find(({ kind }) => kind === 'attendance')
}

test('三.4-c, §1B-9 the clerk sees last month’s attendance from the first day to the end of the 3rd, and nobody else does', async () => {
  const { att, oa, dm, adm } = world.people
  expect(await itemOf(att, '2026-11-01T00:00:00')).toMatchObject({
    ...{ title: '上报 10 月考勤', dueAt: '2026-11-03T16:00:00.000Z', clause: '三.4-c' },
  })
  expect(await itemOf(att, '2026-11-03T23:59:59')).toBeDefined()
  expect(await itemOf(att, '2026-11-04T00:00:00')).toBeUndefined()
  for (const other of [oa, dm, adm]) expect(await itemOf(other, '2026-11-02T09:00:00')).toBeUndefined()
})
