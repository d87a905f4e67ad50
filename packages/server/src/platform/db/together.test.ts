import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'
import { together } from './together.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const people = () =>
  world.services.db
    .selectFrom('people')
    .select(['id', 'name', 'entryDate', 'createdAt'])
    .orderBy('name')
    .limit(3)

test('answers come back as if each question had been asked alone, instants and days included', async () => {
  const ask = together(world.services.db)
  const [some, none, again] = await Promise.all([
    ask(people()),
    ask(people().where('name', '=', '没有这个人')),
    ask(people().limit(1)),
  ])
  expect(some).toEqual(await people().execute())
  expect(some[0]?.createdAt).toBeInstanceOf(Date)
  expect(none).toEqual([])
  expect(again).toEqual(some.slice(0, 1))
})

test('what is asked later goes on its own', async () => {
  const ask = together(world.services.db)
  await ask(people())
  expect(await ask(people().limit(2))).toHaveLength(2)
})

test('a question that fails fails those that travelled with it, and no later one', async () => {
  const ask = together(world.services.db)
  const wrong = people().where(sql<boolean>`1 / (entry_date - entry_date) = 1`)
  const results = await Promise.allSettled([ask(people()), ask(wrong)])
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask(people())).toHaveLength(3)
})
