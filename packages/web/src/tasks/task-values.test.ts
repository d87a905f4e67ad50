import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { makeCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { describe, expect, test } from 'vitest'
import { subjectFrom, timeOptions } from './task-values.ts'

describe('五.1.2)① 时间选项 一天, 一周, 一个月 end with their last working day', () => {
  const calendar = makeCalendar(calendarYear(2026))
  test.each([
    ['2026-11-23', ['2026-11-23', '2026-11-27', '2026-11-30'], 'Monday'],
    [
      '2026-11-28',
      ['2026-11-28', '2026-11-29', '2026-11-30'],
      'a Saturday: the week has no working day left',
    ],
    ['2026-09-28', ['2026-09-28', '2026-09-30', '2026-09-30'], 'before the holiday'],
    ['2026-10-09', ['2026-10-09', '2026-10-10', '2026-10-30'], 'a Saturday that is worked'],
  ])('%s: %j (%s)', (today, dates, _why) => {
    expect(timeOptions(today, calendar).map(({ date }) => date)).toEqual(dates)
  })
})

test('a quoted sentence gives a short subject', () => {
  expect(subjectFrom('客户要求本周给方案。另外想看样机')).toBe('客户要求本周给方案')
  expect([...subjectFrom('长'.repeat(60))]).toHaveLength(40)
  expect(subjectFrom('  ')).toBe('')
})
