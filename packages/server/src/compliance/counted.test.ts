import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { filledIn, writeWholeLedger } from '../testing/reporting.ts'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await writeWholeLedger(world, '2026-11-09', '2026-11-30')
  world.setNow('2026-11-18T18:00:00+08:00')
  await world.as(world.people.pm).reports.submit({ params: { date: '2026-11-18' }, body: filledIn })
  world.setNow('2026-11-24T10:00:00+08:00')
})
afterAll(() => world.close())

const week = { from: '2026-11-17', to: '2026-11-23' }

test('§6-6: 总经理’s seven-day numbers count every kind of report, and their rows are exactly those', async () => {
  const { gm } = world.people
  const { numbers, missedBy } = await world.as(gm).today.get()
  const of = (key: string) => numbers?.find((number) => number.key === key)
  const all = await world.as(gm).compliance.counted({ query: week })
  const missed = await world.as(gm).compliance.counted({ query: { ...week, only: 'missed' } })
  expect(of('missed')).toMatchObject({
    label: '汇报未填',
    value: missed.total,
    to: '/reports/compliance?rows=missed',
  })
  expect(of('rate')).toMatchObject({ label: '汇报合规率', to: '/reports/compliance?rows=all' })
  expect(of('rate')?.value).toBeCloseTo((all.total - missed.total) / all.total)
  expect(new Set(missed.items.map(({ kind }) => kind))).toContain('weekly_summary')
  const [first] = missedBy ?? []
  const story = await world.as(gm).compliance.obligation({ params: { id: first?.obligationId ?? '' } })
  expect(story).toMatchObject({
    person: { name: first?.name },
    date: first?.date,
    divisionId: first?.divisionId,
  })
})

test('a manager sees the rows of the own division only', async () => {
  const { dm, pm } = world.people
  const { items } = await world.as(dm).compliance.counted({ query: week })
  expect(new Set(items.map(({ divisionId }) => divisionId))).toEqual(new Set([world.divisionId]))
  expect(items.find(({ person, date }) => person.id === pm.id && date === '2026-11-18')?.state).toBe(
    'on_time',
  )
  const query = { ...week, divisionId: world.otherDivisionId }
  expect((await refusal(world.as(dm).compliance.counted({ query }))).code).toBe('not_found')
})
