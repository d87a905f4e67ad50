import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTarget, type Target } from '../testing/access-matrix/targets.ts'
import { toldTo } from '../testing/reporting.ts'
import { createWorld, type World } from '../testing/world.ts'
import { endKeeping } from './end-keeping.ts'

let world: World
let target: Target
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())
// The people of a target were last changed on 20 November 2026.
beforeEach(async () => {
  world.setNow('2026-11-23T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
})

/** Two servers look at the same hour. */
const run = (day: string) => {
  const instant = `${day}T01:20:00+08:00`
  world.setNow(instant)
  return Promise.all([1, 2].map(() => endKeeping(world.services, new Date(instant))))
}
const params = () => ({ id: target.contactId })
const as = () => world.as(world.people.pm)
const contacts = () => as().contacts.list({ params: { id: target.customerId } })
/** The customer has somebody else as well, who is never dealt with. */
const standing = async () => (await contacts()).find(({ id }) => id === target.contactId)
const eraseOn = async () => (await standing())?.eraseOn
const told = async () => {
  const { name } = await as().customers.get({ params: { id: target.customerId } })
  return (await toldTo(world, world.people.pm)).filter(({ title }) => title.startsWith(`${name}：`))
}
const visit = (day: string) =>
  as().activities.record({
    body: {
      customerId: target.customerId,
      kind: 'visit',
      happenedAt: `${day}T10:00:00+08:00`,
      visitorIds: [world.people.pm.id],
      contactIds: [target.contactId],
      content: '交流改造计划',
      result: '同意下周再谈',
      problem: '无',
    },
  })

describe('§3C somebody with whom nobody has had to do for 36 months is made anonymous', () => {
  test('the owner is told once, 30 days before, and on the day nothing of the person is left', async () => {
    const name = (await standing())?.name ?? ''
    await run('2029-10-20')
    expect([await eraseOn(), await told()]).toEqual([null, []])
    await run('2029-10-21')
    await run('2029-10-22')
    expect(await eraseOn()).toBe('2029-11-20')
    const notices = await told()
    expect(notices).toMatchObject([
      { title: expect.stringMatching(/：2 位联系人长期没有往来，2029-11-20 起/) },
    ])
    expect(JSON.stringify(notices)).not.toContain(name)
    await run('2029-11-19')
    expect(await contacts()).toHaveLength(2)
    await run('2029-11-20')
    expect(await contacts()).toEqual([])
    const kept = await world.services.db
      .selectFrom('contacts')
      .selectAll()
      .where('id', '=', target.contactId)
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ name: '已删除的联系人', phoneSealed: null, email: null, eraseOn: null })
    const ended = await world.services.db
      .selectFrom('events')
      .select('actorId')
      .where('subjectId', '=', target.contactId)
      .where('verb', '=', 'contact.keeping_ended')
      .execute()
    expect(ended).toEqual([{ actorId: null }])
  })

  test('“仍需保留” counts as a dealing of that day, and again changes nothing', async () => {
    await run('2029-10-21')
    world.setNow('2029-11-01T09:00:00+08:00')
    expect((await as().contacts.keep({ params: params() })).eraseOn).toBe(null)
    const { version } = await as().contacts.keep({ params: params() })
    expect((await standing())?.version).toBe(version)
    await run('2029-11-20')
    expect(await contacts()).toMatchObject([{ id: target.contactId, eraseOn: null }])
    await run('2032-10-02')
    expect(await eraseOn()).toBe('2032-11-01')
  })

  test('whoever is visited after the notice stays', async () => {
    await run('2029-10-21')
    world.setNow('2029-11-05T11:00:00+08:00')
    await visit('2029-11-05')
    await run('2029-11-20')
    expect(await contacts()).toMatchObject([{ id: target.contactId, eraseOn: null }])
  })

  test('a removed person goes as well, and nobody is asked about him', async () => {
    await as().contacts.remove({ params: params() })
    await run('2029-10-24')
    expect(await told()).toMatchObject([{ title: expect.stringContaining('：1 位联系人') }])
    await run('2029-11-23')
    const row = await world.services.db
      .selectFrom('contacts')
      .select('name')
      .where('id', '=', target.contactId)
      .executeTakeFirstOrThrow()
    expect(row.name).toBe('已删除的联系人')
  })
})
