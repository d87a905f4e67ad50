import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { filledIn, writeLedger } from '../testing/reporting.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-20', '2026-12-31')
})
afterAll(() => world.close())

const pm = () => world.as(world.people.pm)

async function promise(nextStep: string) {
  const customer = await enter(world, world.people.pm)
  const { id } = await pm().activities.record({
    body: {
      customerId: customer.id,
      happenedAt: '2026-11-23T09:30:00+08:00',
      visitorIds: [world.people.pm.id],
      content: '确认方案',
      result: '认可',
      problem: '无',
      affectsFollowUp: false,
      nextStep,
      nextOn: '2026-11-24',
    },
  })
  return { id, customerId: customer.id }
}

const plan = (id: string, done: boolean | null) => ({
  text: '标书封装好送到招标代理',
  ref: { type: 'visit' as const, id },
  done,
})
const nextOf = async (customerId: string) =>
  (await pm().customers.get({ params: { id: customerId } })).nextStep

test('a next step that is ticked in the submitted plan is done, one that is not ticked still stands', async () => {
  world.setNow('2026-11-23T17:00:00+08:00')
  const [sent, open] = [await promise('送标书'), await promise('约演示')]
  world.setNow('2026-11-24T17:00:00+08:00')
  const report = await pm().reports.submit({
    params: { date: '2026-11-24' },
    body: { ...filledIn, description: [plan(sent.id, true), plan(open.id, null)] },
  })
  const steps = async () =>
    (await pm().activities.nextSteps({ query: {} })).map(({ activityId }) => activityId)
  expect(await steps()).toEqual([open.id])
  expect(await nextOf(sent.customerId)).toBeNull()
  expect(await nextOf(open.customerId)).toBe('约演示')

  await pm().reports.revise({
    params: { id: report.id },
    body: {
      version: report.version,
      ...{ description: [plan(sent.id, true), plan(open.id, true)], result: filledIn.result, issue: null },
    },
  })
  expect(await steps()).toEqual([])
  const events = await world.services.db
    .selectFrom('events')
    .select('summary')
    .where('verb', '=', 'activity.nextStepDone')
    .orderBy('at')
    .execute()
  expect(events.map(({ summary }) => summary)).toEqual([
    '日报中完成下一步：送标书',
    '日报中完成下一步：约演示',
  ])
})

test('nobody ticks off the promise of a colleague', async () => {
  world.setNow('2026-11-24T17:00:00+08:00')
  const { id } = await promise('回访')
  await world.as(world.people.pmSameRegion).reports.submit({
    params: { date: '2026-11-24' },
    body: { ...filledIn, description: [plan(id, true)] },
  })
  expect((await pm().activities.get({ params: { id } })).nextDone).toBe(false)
})
