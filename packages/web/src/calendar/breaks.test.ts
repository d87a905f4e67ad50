import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { expect, it } from 'vitest'
import { breaksOf } from './breaks.ts'

const year = (number: number) => calendarYear(number).map((day) => ({ ...day, version: 1 }))

it('2026 has seven breaks and six working weekends, in the order of the year', () => {
  const breaks = breaksOf(year(2026))
  expect(breaks.filter((one) => one.type === 'holiday').map(({ from, to }) => [from, to])).toEqual([
    ['2026-01-01', '2026-01-03'],
    ['2026-02-15', '2026-02-23'],
    ['2026-04-04', '2026-04-06'],
    ['2026-05-01', '2026-05-05'],
    ['2026-06-19', '2026-06-21'],
    ['2026-09-25', '2026-09-27'],
    ['2026-10-01', '2026-10-07'],
  ])
  expect(breaks.filter((one) => one.type === 'makeup')).toHaveLength(6)
})

it('a day set by hand stands for itself, beside a holiday too', () => {
  const days = year(2026).map((day) =>
    day.date === '2026-10-08'
      ? { ...day, type: 'rest' as const, name: '厂休', source: 'manual' as const }
      : day,
  )
  expect(breaksOf(days).find((one) => one.from === '2026-10-08')).toMatchObject({
    to: '2026-10-08',
    name: '厂休',
  })
})
