import { expect, it } from 'vitest'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { cellStory } from './compliance.ts'
import { dailyDeadlines, dailyDuty } from './daily.ts'

const calendar = makeCalendar(calendarYear(2026))
const parameters = resolveParameters([], '2026-11-23')
const now = new Date('2026-11-23T08:40:00+08:00')
const person = { entryDate: '2026-01-01', leavingDate: null, exemptRole: false }

function story(date: string, filedAt: string | null, specialReason = false) {
  const submission = {
    ...dailyDeadlines(date, calendar, parameters),
    firstCompleteAt: filedAt ? new Date(`${filedAt}+08:00`) : null,
    specialReason,
    reasonRejected: false,
    exempt: false,
    waived: false,
  }
  const duty = dailyDuty({ date, person, absences: [] }, calendar, parameters)
  return cellStory('daily', duty, submission, now).map(({ title, text, clause }) => [title, text, clause])
}

it('a report six seconds too late tells its story from duty to conclusion', () => {
  expect(story('2026-11-17', '2026-11-18T09:01:05', true)).toEqual([
    ['应填', '工作日当天必须填写。', '五.1.3)①'],
    ['正常截止', '11-17 周二 24:00', '五.1.3)①'],
    ['宽限截止', '11-18 周三 09:00（含这一分钟）', '五.1.3)②'],
    ['首次完整提交', '11-18 周三 09:01:05，晚 6 秒。', null],
    ['补填（仍计未填）', '宽限截止后才提交，内容保留，仍以没填计。', '五.1.3)②'],
  ])
})

it.each([
  ['2026-11-19', null, '没有提交。', '未填（以没填计）'],
  ['2026-11-20', null, '没有提交。', '待填'],
  ['2026-11-19', '2026-11-19T18:02:03', '11-19 周四 18:02:03，按时。', '按时'],
  ['2026-11-19', '2026-11-20T08:30:00', '11-20 周五 08:30:00，在宽限期内。', '特殊原因'],
  ['2026-11-19', '2026-11-20T09:31:00', '11-20 周五 09:31:00，晚 30 分。', '补填（仍计未填）'],
  ['2026-11-19', '2026-11-20T12:30:00', '11-20 周五 12:30:00，晚 3 时。', '补填（仍计未填）'],
  ['2026-11-18', '2026-11-22T12:30:00', '11-22 周日 12:30:00，晚 3 天。', '补填（仍计未填）'],
])('the report for %s, filed %s: %s — %s', (date, filedAt, came, conclusion) => {
  const steps = story(date, filedAt, true)
  expect(steps[3]?.[1]).toBe(came)
  expect(steps[4]?.[0]).toBe(conclusion)
})

it('a day that needs no report has a story of one line', () => {
  expect(story('2026-11-21', null)).toEqual([['不必填', '休息日，不是工作日。', '五.1.3)①']])
})
