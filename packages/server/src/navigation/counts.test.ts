import { afterAll, beforeAll, expect, test } from 'vitest'
import { filledIn, passTo, withReason, writeLedger } from '../testing/reporting.ts'
import { type Cast, createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-20', '2026-12-31')
  await passTo(world, '2026-11-23T08:40:00+08:00')
})
afterAll(() => world.close())

const counts = async (who: Cast) => (await world.as(world.people[who]).navigation.counts()).reports

test('a stranger is asked to sign in', async () => {
  await expect(world.as(null).navigation.counts()).rejects.toMatchObject({ problem: { status: 401 } })
})

test('Friday’s report in its grace period and today’s are owed; who writes none owes none', async () => {
  expect(await counts('pm')).toEqual({ unread: 0, owed: 2, inGrace: 1 })
  for (const who of ['gm', 'adm'] as const)
    expect(await counts(who)).toEqual({ unread: 0, owed: 0, inGrace: 0 })
})

test('a filed report is unread for the manager until he reads it, and no longer owed', async () => {
  const { pm, dm } = world.people
  const { id } = await world
    .as(pm)
    .reports.submit({ params: { date: '2026-11-20' }, body: { ...withReason, version: 0 } })
  expect(await counts('pm')).toEqual({ unread: 0, owed: 1, inGrace: 0 })
  expect(await counts('dm')).toMatchObject({ unread: 1 })
  expect(await counts('dmOther')).toMatchObject({ unread: 0 })
  await world.as(dm).reports.markRead({ body: { ids: [id] } })
  expect(await counts('dm')).toMatchObject({ unread: 0 })
})

test('after the grace period nothing is owed for that day any more', async () => {
  await world.as(world.people.spm).reports.submit({ params: { date: '2026-11-23' }, body: filledIn })
  await passTo(world, '2026-11-23T09:01:00+08:00')
  expect(await counts('spm')).toEqual({ unread: 0, owed: 0, inGrace: 0 })
  expect(await counts('pm')).toEqual({ unread: 0, owed: 1, inGrace: 0 })
})
