import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escalateOverdue } from '../../complaints/escalate.ts'
import { createWorld, type Person, type World } from '../world.ts'
import { callers } from './expected.ts'
import { makeTarget, type Target } from './targets.ts'

/** G20: a complaint about the manager is with 总经理 alone. Tried here as nothing else is: by what the five other roles could notice. */
let world: World
let target: Target
let made: { id: string; number: string; version: number }
let before: Record<Others, unknown>
const others = callers.filter((caller) => caller !== 'gm')
type Others = Exclude<(typeof callers)[number], 'gm'>

beforeAll(async () => {
  world = await createWorld()
  world.setNow('2026-11-23T10:00:00+08:00')
  target = await makeTarget(world, 'pm')
  await record('ordinary')
  before = await seenByAll()
  // Who brings it sees it; it is somebody whom the matrix does not ask.
  made = await record('about the manager')
  // A clock that runs out may tell nobody but 总经理 either.
  await escalateOverdue(world.services.db, new Date('2026-11-23T12:01:00+08:00'))
})
afterAll(() => world.close())

const words = '经理答应的事一再改口'
const record = (about: 'ordinary' | 'about the manager') =>
  world.as(world.people.pmSameRegion).complaints.record({
    body: {
      ...{ cause: 'conduct', customerId: target.customerId, content: words },
      ...(about === 'ordinary'
        ? { about: 'department', targetDepartment: '工程部' }
        : { about: 'person', level: 'urgent', targetPersonId: world.people.dm.id }),
    },
  })

/** Everything in which it could show; a way that is closed to the role counts as nothing. */
async function seenBy(person: Person) {
  const as = world.as(person)
  const id = target.customerId
  const ways = {
    list: as.complaints.list({ query: { limit: 200 } }),
    listOfCustomer: as.complaints.list({ query: { customerId: [id], limit: 200 } }),
    figures: as.complaints.figures({ query: {} }),
    openFigures: as.complaints.figures({ query: { open: 'true' } }),
    today: as.today.get().then(({ items }) => items.filter(({ kind }) => kind === 'complaint')),
    notifications: as.notifications.list(),
    timeline: as.customers.timeline({ params: { id } }),
    rollUp: as.background.rollUp({ params: { id } }),
    departure: as.organisation
      .departurePreview({ params: { id: world.people.pmSameRegion.id } })
      .then(({ openComplaints }) => openComplaints),
    search: as.search.global({ query: { q: made?.number ?? 'TSZ' } }),
    searchWords: as.search.global({ query: { q: words.slice(0, 4) } }),
    audit: as.audit
      .list({ query: { limit: 50 } })
      .then(({ items }) => items.map(({ summary }) => summary).filter((text) => text?.includes('投诉'))),
  }
  const answers = await Promise.all(
    Object.entries(ways).map(async ([way, answer]) => [way, await answer.catch(() => null)] as const),
  )
  return Object.fromEntries(answers)
}

async function seenByAll() {
  const seen = await Promise.all(others.map(async (caller) => [caller, await seenBy(world.people[caller])]))
  return Object.fromEntries(seen) as Record<Others, unknown>
}

describe('a complaint about the manager changes nothing for', () => {
  test.each(others)('%s', async (caller) => {
    expect(await seenBy(world.people[caller])).toEqual(before[caller])
  })
})

describe('and nobody of them reaches it by its address', () => {
  test.each(others)('%s', async (caller) => {
    const { complaints } = world.as(world.people[caller])
    const params = { id: made.id }
    const { version } = made
    const tries = [
      complaints.get({ params }),
      complaints.dispatch({ params, body: { version, assigneeId: world.people.pm.id } }),
      complaints.handle({ params, body: { version, body: '看过' } }),
      complaints.resolve({ params, body: { version, body: '看过' } }),
      complaints.callBack({ params, body: { version, satisfied: true, body: '看过' } }),
    ]
    for (const one of await Promise.allSettled(tries)) {
      expect(one).toMatchObject({ status: 'rejected' })
      const { problem } = (one as PromiseRejectedResult).reason
      expect(['not_found', 'forbidden']).toContain(problem.code)
      expect(JSON.stringify(problem)).not.toContain(made.number)
    }
  })
})

test('the numbers of the others run on without a gap', async () => {
  const one = await record('ordinary')
  const two = await record('about the manager')
  const three = await record('ordinary')
  const last = ({ number }: { number: string }) => Number(number.slice(-3))
  expect(last(three)).toBe(last(one) + 1)
  expect([made.number, two.number]).toEqual(['TSZ-202611-001', 'TSZ-202611-002'])
})

test('nor does a departure or a merge tell of it', async () => {
  const { gm, adm, oa, pmOtherRegion } = world.people
  const one = await record('about the manager')
  await world.as(gm).complaints.dispatch({
    params: { id: one.id },
    body: { version: one.version, assigneeId: pmOtherRegion.id },
  })
  const preview = await world.as(adm).organisation.departurePreview({ params: { id: pmOtherRegion.id } })
  expect(preview.openComplaints).toEqual({ toDispatch: 0, inCallback: 0 })
  const left = await world.as(adm).organisation.depart({
    params: { id: pmOtherRegion.id },
    body: { leavingDate: '2026-11-23', handover: { to: null }, version: 1 },
  })
  expect(left.complaints).toEqual({ toDispatch: [], inCallback: [] })
  const back = await world.as(gm).complaints.get({ params: { id: one.id } })
  expect(back).toMatchObject({ state: 'notified', assignee: null })
  const other = await makeTarget(world, 'pm')
  const merge = await world.as(oa).merges.preview({
    query: { oneId: target.customerId, otherId: other.customerId },
  })
  expect(JSON.stringify(merge)).not.toContain('投诉')
})
