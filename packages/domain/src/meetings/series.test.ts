import { describe, expect, test } from 'vitest'
import { calendarYear } from '../calendar/official-years.ts'
import { dateTimeWithWeekday } from '../calendar/wording.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { agendaAt, weeklyMeeting } from './series.ts'

const calendar = makeCalendar([2026, 2027].flatMap(calendarYear))
const rules = { 'meeting.time': '09:30', 'meeting.roll': 'firstWD' } as const

describe('四.1 the weekly meeting (§1B-11)', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23', '2026-W48', '2026-11-23 周一 09:30'],
    ['any day of the week finds the same meeting', '2026-11-29', '2026-W48', '2026-11-23 周一 09:30'],
    [
      '国庆: Monday 10-05 is off, Thursday is the first working day',
      '2026-10-05',
      '2026-W41',
      '2026-10-08 周四 09:30',
    ],
    ['清明: Monday 04-06 is off', '2026-04-06', '2026-W15', '2026-04-07 周二 09:30'],
    ['a Sunday worked in the week before changes nothing', '2026-09-20', '2026-W38', '2026-09-14 周一 09:30'],
    ['week 53 of 2026 reaches into 2027', '2027-01-01', '2026-W53', '2026-12-28 周一 09:30'],
  ])('%s', (_, date, week, startsAt) => {
    const meeting = weeklyMeeting(date, calendar, rules)
    expect([meeting.held, meeting.week, dateTimeWithWeekday(meeting.startsAt)]).toEqual([
      true,
      week,
      startsAt,
    ])
  })

  test('a week without working days has none and says why', () => {
    expect(weeklyMeeting('2026-02-18', calendar, rules)).toMatchObject({
      held: false,
      reason: '本周没有工作日',
    })
  })

  test('a moved meeting says from which day and why', () => {
    expect(weeklyMeeting('2026-10-05', calendar, rules)).toMatchObject({
      rolledFrom: '2026-10-05',
      reason: '2026-10-05 周一 不上班，顺延到当周第一个工作日',
    })
  })

  test('where the division decided so, a Monday off cancels it', () => {
    expect(weeklyMeeting('2026-10-05', calendar, { ...rules, 'meeting.roll': 'cancel' })).toMatchObject({
      held: false,
      reason: '2026-10-05 周一 不上班，本周例会取消',
    })
  })

  test('another time of day is the division’s own', () => {
    const { startsAt } = weeklyMeeting('2026-11-23', calendar, { ...rules, 'meeting.time': '08:45' })
    expect(startsAt.toISOString()).toBe('2026-11-23T00:45:00.000Z')
  })
})

test.each([
  ['at 09:00', '2026-11-23T09:30:00+08:00', '2026-11-23T09:00:00+08:00'],
  ['half an hour before a meeting moved to 09:00', '2026-11-23T09:00:00+08:00', '2026-11-23T08:30:00+08:00'],
  ['at 09:00 for one in the afternoon', '2026-11-23T15:00:00+08:00', '2026-11-23T09:00:00+08:00'],
])('四.1.1) the agenda is made %s', (_, startsAt, made) => {
  expect(agendaAt(new Date(startsAt), { 'meeting.agendaTime': '09:00' })).toEqual(new Date(made))
})
