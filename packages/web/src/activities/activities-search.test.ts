import { expect, test } from 'vitest'
import { parseSearch } from '../app/search-params.ts'
import { activitiesSearch, queryOf } from './activities-search.ts'
import { usualPeriods } from './periods.ts'

const read = (address: string) => activitiesSearch.parse(parseSearch(address))
const person = '0199a000-0000-4000-8000-000000000002'

test('a link says whose, what and when', () => {
  const search = read(`?scope=all&kind=call&kind=visit&from=2026-11-16&to=2026-11-22&authorId=${person}`)
  expect(queryOf(search, 'all')).toEqual({
    kind: ['call', 'visit'],
    from: '2026-11-16',
    to: '2026-11-22',
    authorId: [person],
    limit: 50,
  })
})

test('my own visits are asked for without an author', () => {
  expect(queryOf(read(`?authorId=${person}`), 'mine')).toEqual({ mine: 'true', limit: 50 })
})

test('a mistyped link shows everything instead of an error', () => {
  expect(queryOf(read('?kind=nonsense&from=yesterday&open=1'), 'all')).toEqual({ limit: 50 })
})

test('the usual periods are weeks from Monday and months to today', () => {
  const periods = usualPeriods('2026-11-23').map(({ label, from, to }) => `${label} ${from} ${to}`)
  expect(periods).toEqual([
    '今天 2026-11-23 2026-11-23',
    '本周 2026-11-23 2026-11-29',
    '上周 2026-11-16 2026-11-22',
    '本月 2026-11-01 2026-11-23',
    '上月 2026-10-01 2026-10-31',
  ])
})
