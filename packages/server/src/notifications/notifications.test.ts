import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { notify } from './notify.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
beforeEach(() => world.services.db.deleteFrom('notifications').execute())

const now = new Date('2026-11-23T08:30:00+08:00')

test('a stranger sees no notifications and marks none', async () => {
  const stranger = world.as(null).notifications
  await expect(stranger.list()).rejects.toThrow('请先登录')
  await expect(stranger.unreadCount()).rejects.toThrow('请先登录')
  await expect(stranger.markRead({ params: { id: world.divisionId } })).rejects.toThrow('请先登录')
  await expect(stranger.markAllRead({ body: { until: now.toISOString() } })).rejects.toThrow('请先登录')
})

test('the same reminder reaches a person once, however often it is sent', async () => {
  const { pm, spm } = world.people
  expect(await remind([pm])).toEqual([pm.id])
  expect(await remind([pm, pm, spm])).toEqual([spm.id])
  expect((await world.as(pm).notifications.list()).items).toHaveLength(1)
})

test('without a key every message arrives, and nobody at all is no mistake', async () => {
  const { pm } = world.people
  const message = { personIds: [pm.id], kind: 'comment', title: '安培之点评了您的日报' }
  await notify(world.services.db, message, now)
  await notify(world.services.db, message, now)
  await notify(world.services.db, { ...message, personIds: [] }, now)
  expect((await world.as(pm).notifications.unreadCount()).unread).toBe(2)
})

test('the list comes newest first, page by page, with the number of unread', async () => {
  const { pm } = world.people
  for (const minute of [1, 2, 2, 3, 4])
    await tell(pm, `第 ${minute} 分钟`, new Date(now.getTime() + minute * 60_000))
  const first = await world.as(pm).notifications.list({ query: { limit: 3 } })
  const second = await world.as(pm).notifications.list({ query: { limit: 3, cursor: first.next ?? '' } })
  expect(first.items.map((one) => one.title)).toEqual(['第 4 分钟', '第 3 分钟', '第 2 分钟'])
  expect(second.items.map((one) => one.title)).toEqual(['第 2 分钟', '第 1 分钟'])
  expect([first.unread, second.unread, second.next]).toEqual([5, 5, null])
})

test('only the unread ones can be asked for', async () => {
  const { pm } = world.people
  await tell(pm, '旧的', now)
  await tell(pm, '新的', now)
  const { items } = await world.as(pm).notifications.list()
  await world.as(pm).notifications.markRead({ params: { id: items[0]!.id } })
  const unread = await world.as(pm).notifications.list({ query: { unread: 'true' } })
  expect(unread.items.map((one) => one.id)).toEqual([items[1]!.id])
})

test('a forged cursor and absurd limits are refused with the reason', async () => {
  const mine = world.as(world.people.pm).notifications
  await expect(mine.list({ query: { cursor: 'eA' } })).rejects.toMatchObject({ problem: { status: 422 } })
  const forged = Buffer.from('["never","nobody"]').toString('base64url')
  await expect(mine.list({ query: { cursor: forged } })).rejects.toMatchObject({ problem: { status: 400 } })
  await expect(mine.list({ query: { limit: 1000 } })).rejects.toMatchObject({ problem: { status: 422 } })
})

test('another person’s notification is not there for me, and stays unread', async () => {
  const { pm, spm } = world.people
  await tell(pm, '给焦尔', now)
  const [theirs] = (await world.as(pm).notifications.list()).items
  await expect(world.as(spm).notifications.markRead({ params: { id: theirs!.id } })).rejects.toThrow(
    '没有找到',
  )
  expect((await world.as(spm).notifications.list()).items).toEqual([])
  expect((await world.as(pm).notifications.unreadCount()).unread).toBe(1)
})

test('marking one read, twice, leaves the first moment of reading', async () => {
  const { pm } = world.people
  await tell(pm, '请补填日报', now)
  const [one] = (await world.as(pm).notifications.list()).items
  const mark = () => world.as(pm).notifications.markRead({ params: { id: one!.id } })
  world.setNow('2026-11-23T08:41:00+08:00')
  expect(await mark()).toEqual({ unread: 0 })
  world.setNow('2026-11-23T08:50:00+08:00')
  expect(await mark()).toEqual({ unread: 0 })
  const [again] = (await world.as(pm).notifications.list()).items
  expect(again?.readAt).toBe('2026-11-23T00:41:00.000Z')
})

test('marking all read leaves what arrived after the list was loaded', async () => {
  const { pm, spm } = world.people
  await tell(pm, '看到的', now)
  await tell(pm, '后来的', new Date(now.getTime() + 1))
  await tell(spm, '别人的', now)
  const marked = await world.as(pm).notifications.markAllRead({ body: { until: now.toISOString() } })
  expect(marked).toEqual({ unread: 1 })
  expect((await world.as(spm).notifications.unreadCount()).unread).toBe(1)
})

const tell = (person: Person, title: string, at: Date) =>
  notify(world.services.db, { personIds: [person.id], kind: 'reminder', title }, at)

const remind = (people: Person[]) =>
  notify(
    world.services.db,
    {
      personIds: people.map((person) => person.id),
      kind: 'reminder',
      title: '昨日日报未填',
      dedupeKey: 'daily-2026-11-20-grace',
    },
    now,
  )
