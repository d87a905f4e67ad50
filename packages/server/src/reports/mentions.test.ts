import { afterAll, beforeAll, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { writeLedger } from '../testing/reporting.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeLedger(world, '2026-11-16', '2026-12-31')
})
afterAll(() => world.close())

test('a line names only customers that the reader may see, whatever ids the client wrote into it', async () => {
  const { pm, pmOtherRegion, dm } = world.people
  world.setNow('2026-11-23T17:32:00+08:00')
  const owner = world.as(pm)
  const [known, visited, changed] = [await enter(world, pm), await enter(world, pm), await enter(world, pm)]
  const visit = await owner.activities.record({
    body: {
      customerId: visited.id,
      happenedAt: '2026-11-23T10:00:00+08:00',
      visitorIds: [pm.id],
      content: '确认方案',
      result: '认可',
      problem: '无',
    },
  })
  await owner.customers.changeGrade({
    params: { id: changed.id },
    body: { to: 'B', reason: '进入立项', version: 1 },
  })
  const [change] = (await owner.grades.changes({ query: { customerId: changed.id } })).items
  const refs = [
    { type: 'account' as const, id: known.id },
    { type: 'visit' as const, id: visit.id },
    { type: 'grade_change' as const, id: change?.id ?? '' },
  ]
  const report = await world.as(pmOtherRegion).reports.submit({
    params: { date: '2026-11-23' },
    body: {
      version: 0,
      description: [{ text: '走访' }],
      result: refs.map((ref) => ({ text: '走访', ref })),
    },
  })
  expect(report.mentions).toEqual([])
  const read = await world.as(dm).reports.get({ params: { id: report.id } })
  expect(read.mentions.map(({ name }) => name).sort()).toEqual(
    [known.name, visited.name, changed.name].sort(),
  )
})
