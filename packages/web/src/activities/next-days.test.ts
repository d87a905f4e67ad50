import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { makeCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { describe, expect, test } from 'vitest'
import { dayLabel, nextDayChoices, pastDayChoices } from './next-days.ts'

const calendar = makeCalendar([2026, 2027].flatMap(calendarYear))
const words = (choices: { label: string; date: string }[]) =>
  choices.map(({ label, date }) => `${label} ${date.slice(5)}`)

describe('the days offered for a next step', () => {
  test.each([
    ['a Monday', '2026-11-23', ['明天 11-24', '后天 11-25', '下周一 11-30']],
    ['a Wednesday', '2026-11-25', ['明天 11-26', '后天 11-27', '下周一 11-30', '下周三 12-02']],
    ['a Friday skips the weekend', '2026-11-20', ['下周一 11-23', '下周二 11-24', '下周五 11-27']],
    ['a Saturday', '2026-11-21', ['后天 11-23', '下周二 11-24', '11-30 周一 11-30']],
    ['the day before 国庆节 jumps over the holiday', '2026-09-30', ['下周四 10-08', '下周五 10-09']],
    [
      'a 调休 Saturday is offered, because it is worked',
      '2026-10-09',
      ['明天 10-10', '下周一 10-12', '下周五 10-16'],
    ],
  ])('on %s', (_, today, expected) => {
    expect(words(nextDayChoices(calendar, today))).toEqual(expected)
  })
})

describe('the days offered for a visit written down later', () => {
  test.each([
    ['a Tuesday', '2026-11-24', ['今天 11-24', '昨天 11-23']],
    ['a Monday also offers the Friday before', '2026-11-23', ['今天 11-23', '昨天 11-22', '上周五 11-20']],
  ])('on %s', (_, today, expected) => {
    expect(words(pastDayChoices(calendar, today))).toEqual(expected)
  })
})

describe('the name of a day', () => {
  test.each([
    ['2026-11-23', '今天'],
    ['2026-11-21', '前天'],
    ['2026-11-20', '上周五'],
    ['2026-11-27', '周五'],
    ['2026-12-01', '下周二'],
    ['2026-12-07', '12-07 周一'],
    ['2027-01-04', '2027-01-04 周一'],
  ])('%s is called %s', (date, label) => {
    expect(dayLabel(date, '2026-11-23')).toBe(label)
  })
})
