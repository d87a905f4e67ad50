import { describe, expect, it } from 'vitest'
import { endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import { dailyDeadlines } from './daily.ts'
import type { ReportState, Submission } from './timeliness.ts'
import {
  autoSubmitAt,
  complianceRate,
  countsAsFiled,
  reportState,
  reportStates,
  stateGlyph,
  stateLabel,
  waiverDeadline,
} from './timeliness.ts'

const calendar = makeCalendar(calendarYear(2026))
const standard = resolveParameters([], '2026-11-23')
const friday = dailyDeadlines('2026-11-20', calendar, standard)
const unfiled: Submission = {
  ...friday,
  firstCompleteAt: null,
  specialReason: false,
  reasonRejected: false,
  exempt: false,
  waived: false,
}
const shanghai = (text: string) => new Date(`${text}+08:00`)
const muchLater = shanghai('2026-12-31T12:00:00')

describe("Friday's daily report, due at 24:00 and in grace until Monday 09:00 (五.1.3)①②)", () => {
  it.each([
    ['2026-11-20T17:40:00', false, 'on_time'],
    ['2026-11-20T23:59:59.999', false, 'on_time'],
    ['2026-11-21T00:00:00', false, 'on_time'],
    ['2026-11-21T00:00:00.001', false, 'late_fill'],
    ['2026-11-21T00:00:00.001', true, 'excused_late'],
    ['2026-11-23T08:59:59', true, 'excused_late'],
    ['2026-11-23T09:00:40', true, 'excused_late'],
    ['2026-11-23T09:00:59.999', true, 'excused_late'],
    ['2026-11-23T09:01:00', true, 'late_fill'],
    ['2026-11-23T09:01:05', true, 'late_fill'],
    ['2026-11-23T08:00:00', false, 'late_fill'],
    ['2026-11-30T10:00:00', true, 'late_fill'],
  ])('filed at %s, special reason %s: %s', (filedAt, specialReason, state) => {
    const submission = { ...unfiled, firstCompleteAt: shanghai(filedAt), specialReason }
    expect(reportState(submission, muchLater).state).toBe(state)
  })

  it.each([
    ['2026-11-20T09:00:00', 'pending', '五.1.3)①'],
    ['2026-11-22T12:00:00', 'pending', '五.1.3)②'],
    ['2026-11-23T09:00:59.999', 'pending', '五.1.3)②'],
    ['2026-11-23T09:01:00', 'missed', '五.1.3)②'],
  ])('not filed, looked at %s: %s (%s)', (now, state, clause) => {
    expect(reportState(unfiled, shanghai(now))).toMatchObject({ state, clause, reasons: [{ clause }] })
  })

  it('a special reason that the manager rejects counts as missed', () => {
    const filed = { ...unfiled, firstCompleteAt: shanghai('2026-11-23T08:50:00'), specialReason: true }
    expect(reportState({ ...filed, reasonRejected: true }, muchLater).state).toBe('missed')
  })

  it('a rejected reason cannot harm a report that needed none', () => {
    const filed = { ...unfiled, firstCompleteAt: shanghai('2026-11-20T18:00:00'), specialReason: true }
    expect(reportState({ ...filed, reasonRejected: true }, muchLater).state).toBe('on_time')
  })

  it('a submission later than now has not happened yet', () => {
    const filed = { ...unfiled, firstCompleteAt: shanghai('2026-11-20T18:00:00') }
    expect(reportState(filed, shanghai('2026-11-20T17:00:00')).state).toBe('pending')
  })

  it('exempt and waived come before everything that was or was not filed', () => {
    expect(reportState({ ...unfiled, exempt: true }, muchLater).state).toBe('exempt')
    expect(reportState({ ...unfiled, waived: true }, muchLater).state).toBe('waived')
    expect(reportState({ ...unfiled, exempt: true, waived: true }, muchLater).state).toBe('exempt')
  })
})

describe('states in words and numbers', () => {
  it.each([
    ['pending', '待填', '待', false],
    ['on_time', '按时', '', true],
    ['excused_late', '特殊原因', '特', true],
    ['missed', '未填（以没填计）', '未', false],
    ['late_fill', '补填（仍计未填）', '补', false],
    ['exempt', '免填', '免', false],
    ['waived', '豁免', '免', false],
  ] as const)('%s reads %s, glyph “%s”, filed: %s', (state, label, glyph, filed) => {
    expect(stateLabel[state]).toBe(label)
    expect(stateGlyph(state, null)).toBe(glyph)
    expect(countsAsFiled(state)).toBe(filed)
  })

  it('an exemption shows what it is for', () => {
    expect(stateGlyph('exempt', 'trip')).toBe('差')
    expect(stateGlyph('exempt', 'leave')).toBe('假')
    expect(stateGlyph('missed', 'trip')).toBe('未')
  })

  it('sixteen on time, one missed, one pending and two on a trip are 16 of 17', () => {
    const states: ReportState[] = Array.from({ length: 16 }, () => 'on_time')
    const rate = complianceRate([...states, 'missed', 'pending', 'exempt', 'exempt'])
    expect(rate).toEqual({ filed: 16, due: 17, rate: 16 / 17 })
  })

  it('every state once: two of four owed reports were filed', () => {
    expect(complianceRate(reportStates)).toEqual({ filed: 2, due: 4, rate: 0.5 })
  })

  it('has no rate where nothing was owed', () => {
    expect(complianceRate(['exempt', 'waived', 'pending'])).toEqual({ filed: 0, due: 0, rate: null })
  })
})

describe('a complete draft files itself', () => {
  const at = (completeAt: string | null, specialReason: boolean, parameters = standard) =>
    autoSubmitAt({ completeAt: completeAt ? shanghai(completeAt) : null, specialReason }, friday, parameters)

  it.each([
    ['complete on the day', '2026-11-20T16:00:00', false, endOfDay('2026-11-20'), 'on_time'],
    [
      'complete in grace with a reason',
      '2026-11-22T20:00:00',
      true,
      shanghai('2026-11-23T09:00:59.999'),
      'excused_late',
    ],
    [
      'complete in the last minute, which belongs to the author until it is over',
      '2026-11-23T09:00:30',
      true,
      shanghai('2026-11-23T09:00:59.999'),
      'excused_late',
    ],
  ] as const)('%s (%s, reason %s)', (_, completeAt, specialReason, filedAt, state) => {
    expect(at(completeAt, specialReason)).toEqual(filedAt)
    const submission = { ...unfiled, firstCompleteAt: filedAt, specialReason }
    expect(reportState(submission, muchLater).state).toBe(state)
  })

  it('but not without a reason in grace, not after grace, not incomplete, and not when switched off', () => {
    const off = resolveParameters(
      [{ key: 'report.autoSubmitCompleteDraft', value: false, effectiveFrom: '2026-01-01' }],
      '2026-11-23',
    )
    expect(at('2026-11-22T20:00:00', false)).toBeNull()
    expect(at('2026-11-23T09:01:00', true)).toBeNull()
    expect(at(null, true)).toBeNull()
    expect(at('2026-11-20T16:00:00', false, off)).toBeNull()
  })
})

describe('a waiver', () => {
  it.each([
    ['2026-11-17', '2026-11-24'],
    ['2026-11-19', '2026-11-26'],
    ['2026-09-30', '2026-10-13'],
  ])('of the report for %s is possible to the end of %s', (date, last) => {
    expect(waiverDeadline(date, calendar, standard)).toEqual(endOfDay(last))
  })
})
