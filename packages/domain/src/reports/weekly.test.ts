import { describe, expect, it } from 'vitest'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Absence, Employment } from './daily.ts'
import {
  planCaption,
  planDuty,
  planPeriod,
  summaryDuty,
  summaryPeriod,
  undecidedLines,
  weeklyDeadlines,
  weeklySubject,
} from './weekly.ts'

const calendar = makeCalendar([...calendarYear(2025), ...calendarYear(2026), ...calendarYear(2027)])
const standard = resolveParameters([], '2026-11-23')
const decided = (key: string, value: string) =>
  resolveParameters([{ key, value, effectiveFrom: '2026-01-01' }], '2026-11-23')

describe('the subject of a week (五.2.2)①, §1B-19)', () => {
  it.each([
    ['2026-W47', '第47周总结'],
    ['2026-W01', '第1周总结'],
    ['2026-W53', '第53周总结'],
    ['2027-W01', '第1周总结'],
  ])('%s is %s', (week, subject) => {
    expect(weeklySubject(week, standard)).toBe(subject)
  })

  it.each([
    ['2026-W47', '第47周总结'],
    ['2026-W53', '第1周总结'],
    ['2027-W01', '第2周总结'],
  ])('%s counted from the week of 1 January is %s', (week, subject) => {
    expect(weeklySubject(week, decided('week.scheme', 'jan1'))).toBe(subject)
  })

  it.each([
    ['2026-W10', '第十周总结'],
    ['2026-W09', '第九周总结'],
    ['2026-W20', '第二十周总结'],
    ['2026-W47', '第四十七周总结'],
  ])('%s in Chinese numerals is %s', (week, subject) => {
    expect(weeklySubject(week, decided('week.numeral', 'cn'))).toBe(subject)
  })

  it('the plan is called by the week that it covers (G8)', () => {
    expect(planCaption('2026-W48', standard)).toBe('第48周计划')
  })
})

describe('when the reports of a week are due (五.2.4)①②, §1B-6/7)', () => {
  it.each([
    ['2026-W47', '2026-11-22', '2026-11-23', 'an ordinary week'],
    ['2026-W40', '2026-10-04', '2026-10-08', 'Monday is a holiday: the first working day after it'],
    ['2026-W07', '2026-02-15', '2026-02-24', 'a whole week without working days follows'],
    ['2026-W38', '2026-09-20', '2026-09-21', 'a Sunday worked for the holidays is the last day'],
    ['2026-W53', '2027-01-03', '2027-01-04', 'the 53rd week ends in the new year'],
  ])('%s: until the end of %s, with a special reason until 09:00 on %s (%s)', (week, due, grace) => {
    expect(weeklyDeadlines(week, calendar, standard)).toEqual({
      due: endOfDay(due),
      grace: atShanghai(grace, '09:00'),
    })
  })

  it('by other parameters on the last working day, at its end or when the office closes', () => {
    const due = (week: string, value: string) =>
      weeklyDeadlines(week, calendar, decided('weekly.due', value)).due
    expect(due('2026-W47', 'lastWD24')).toEqual(endOfDay('2026-11-20'))
    expect(due('2026-W47', 'lastWDoffWork')).toEqual(atShanghai('2026-11-20', '18:00'))
    expect(due('2026-W38', 'lastWD24')).toEqual(endOfDay('2026-09-20'))
    expect(due('2026-W40', 'lastWDoffWork')).toEqual(atShanghai('2026-09-30', '18:00'))
  })

  it('by other parameters strictly on Monday, and at another time', () => {
    const strict = weeklyDeadlines('2026-W40', calendar, decided('weekly.graceRoll', 'strictMonday'))
    expect(strict.grace).toEqual(atShanghai('2026-10-05', '09:00'))
    const later = weeklyDeadlines('2026-W47', calendar, decided('weekly.graceTime', '10:30'))
    expect(later.grace).toEqual(atShanghai('2026-11-23', '10:30'))
  })
})

describe('which weeks have a summary and a plan (§1B-6)', () => {
  it('the summary can be written from the last working day of the week on (五.2.2)①)', () => {
    expect(summaryPeriod('2026-W47', calendar, standard)?.opensOn).toBe('2026-11-20')
    expect(summaryPeriod('2026-W38', calendar, standard)?.opensOn).toBe('2026-09-20')
    expect(summaryPeriod('2026-W40', calendar, standard)?.opensOn).toBe('2026-09-30')
  })

  it('a week without working days has neither', () => {
    expect(summaryPeriod('2026-W08', calendar, standard)).toBeNull()
    expect(planPeriod('2026-W08', calendar, standard)).toBeNull()
  })

  it.each([
    ['2026-W48', '2026-W47'],
    ['2026-W09', '2026-W07'],
    ['2027-W01', '2026-W53'],
  ])('the plan of %s shares the deadlines of the summary of %s', (plan, summary) => {
    const { due, grace, opensOn } = planPeriod(plan, calendar, standard) ?? {}
    const shared = summaryPeriod(summary, calendar, standard)
    expect({ due, grace, opensOn }).toEqual({
      due: shared?.due,
      grace: shared?.grace,
      opensOn: shared?.opensOn,
    })
  })
})

const employed: Employment = { entryDate: '2025-01-01', leavingDate: null, exemptRole: false }
const leave = (from: string, to = from, portion: Absence['portion'] = 'full'): Absence => ({
  ...{ kind: 'leave', from, to, portion, approved: true, registeredOn: '2026-01-01' },
})
const trip = (from: string, to: string): Absence => ({ ...leave(from, to), kind: 'trip' })

function duties(week: string, person: Partial<Employment> = {}, absences: Absence[] = []) {
  const summary = summaryPeriod(week, calendar, standard)
  const plan = planPeriod(week, calendar, standard)
  if (!summary || !plan) throw new Error(`${week} has no working days`)
  const who = { ...employed, ...person }
  return { summary: summaryDuty(summary, who, absences), plan: planDuty(plan, who, absences) }
}

describe('who owes the summary of W47 (16 to 22 November) and its plan, written in W46', () => {
  it.each<[string, string, string, Partial<Employment>, Absence[]]>([
    ['everybody who is there', 'owed', 'owed', {}, []],
    [
      'a trip through both weeks frees from nothing (五.4.3)①)',
      'owed',
      'owed',
      {},
      [trip('2026-11-09', '2026-11-22')],
    ],
    ['leave of four days leaves one to report on', 'owed', 'owed', {}, [leave('2026-11-16', '2026-11-19')]],
    ['leave of the whole week frees from both', 'exempt', 'exempt', {}, [leave('2026-11-16', '2026-11-20')]],
    [
      'leave of the week before frees from the plan alone',
      'owed',
      'exempt',
      {},
      [leave('2026-11-09', '2026-11-13')],
    ],
    ['five half days are no whole ones', 'owed', 'owed', {}, [leave('2026-11-16', '2026-11-20', 'am')]],
    [
      'two halves make a whole',
      'exempt',
      'exempt',
      {},
      [
        leave('2026-11-16', '2026-11-19'),
        leave('2026-11-20', '2026-11-20', 'am'),
        leave('2026-11-20', '2026-11-20', 'pm'),
      ],
    ],
    [
      'entering on Monday: the first plan is waived (§1B-16)',
      'owed',
      'none',
      { entryDate: '2026-11-16' },
      [],
    ],
    ['entering on Friday still owes the summary', 'owed', 'none', { entryDate: '2026-11-20' }, []],
    ['entering on Saturday owes nothing yet', 'none', 'none', { entryDate: '2026-11-21' }, []],
    [
      'entering on the Friday before plans the first whole week',
      'owed',
      'owed',
      { entryDate: '2026-11-13' },
      [],
    ],
    ['entered into the system on the Monday', 'owed', 'none', { reportsFrom: '2026-11-16' }, []],
    ['leaving on the Friday of the week', 'owed', 'owed', { leavingDate: '2026-11-20' }, []],
    [
      'leaving on the Thursday: nobody is there to summarise',
      'none',
      'owed',
      { leavingDate: '2026-11-19' },
      [],
    ],
    ['leaving on the Friday before has nothing to plan', 'none', 'none', { leavingDate: '2026-11-13' }, []],
    ['总经理 and administrator write none (一.4))', 'none', 'none', { exemptRole: true }, []],
  ])('%s: %s, %s', (_, summary, plan, person, absences) => {
    const owed = duties('2026-W47', person, absences)
    expect([owed.summary.state, owed.plan.state]).toEqual([summary, plan])
    for (const { reasons } of [owed.summary, owed.plan]) expect(reasons.length).toBeGreaterThan(0)
  })

  it('a trip in the week says that it frees from the daily report alone', () => {
    const { summary } = duties('2026-W47', {}, [trip('2026-11-16', '2026-11-17')])
    expect(summary.reasons).toEqual([
      { text: '当周必须填写本周完成情况。', clause: '五.2.4)①' },
      { text: '出差只免日报，不免周报和月报。', clause: '五.4.3)①' },
    ])
  })
})

describe('each item of the plan ends as 完成 or 未完成 (五.2.3)②)', () => {
  it.each([
    [[], 0],
    [[{ text: '走访', done: true }], 0],
    [[{ text: '走访', done: false }], 0],
    [[{ text: '走访', done: null }], 1],
    [[{ text: ' ', done: null }], 0],
  ])('%j leaves %i open', (plan, open) => {
    expect(undecidedLines(plan)).toBe(open)
  })
})
