import { describe, expect, it } from 'vitest'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import { calendarYear } from '../calendar/official-years.ts'
import { makeCalendar } from '../calendar/working-days.ts'
import { resolveParameters } from '../clauses/parameters.ts'
import type { Absence } from './daily.ts'
import { dailyDeadlines, dailyDuty, dailySubject, isExemptRole } from './daily.ts'

const calendar = makeCalendar([...calendarYear(2026), ...calendarYear(2027)])
const standard = resolveParameters([], '2026-11-23')
const decided = (key: string, value: string | boolean) =>
  resolveParameters([{ key, value, effectiveFrom: '2026-01-01' }], '2026-11-23')

const employed = { entryDate: '2026-01-01', leavingDate: null, exemptRole: false }
const trip: Absence = {
  kind: 'trip',
  from: '2026-11-20',
  to: '2026-11-23',
  portion: 'full',
  approved: true,
  registeredOn: '2026-11-20',
}
const leave: Absence = { ...trip, kind: 'leave', from: '2026-11-18', to: '2026-11-18' }

function dutyOn(date: string, absences: Absence[] = [], parameters = standard) {
  return dailyDuty({ date, person: employed, absences }, calendar, parameters)
}

describe('somebody entered into the system after the entry date', () => {
  const late = { ...employed, entryDate: '2026-11-02', reportsFrom: '2026-11-23' }
  it.each([
    ['2026-11-20', false, '2026-11-23 录入系统，此前不填。'],
    ['2026-11-23', true, '工作日当天必须填写。'],
  ])('on %s owes a report: %s', (date, owed, text) => {
    const duty = dailyDuty({ date, person: late, absences: [] }, calendar, standard)
    expect(duty).toMatchObject({ owed, reasons: [{ text }] })
  })
})

describe('the subject of a daily report (五.1.2)①)', () => {
  it.each([
    ['2026-11-23', '星期一工作日报'],
    ['2026-11-20', '星期五工作日报'],
    ['2026-10-10', '星期六工作日报'],
    ['2026-09-20', '星期日工作日报'],
  ])('on %s is %s', (date, subject) => {
    expect(dailySubject(date)).toBe(subject)
  })
})

describe('the deadlines of a daily report (五.1.3)①②)', () => {
  it.each([
    ['an ordinary Friday', '2026-11-20', '2026-11-23'],
    ['the last day before the National Day break', '2026-09-30', '2026-10-08'],
    ['a Friday before a makeup Saturday', '2026-10-09', '2026-10-10'],
    ['a makeup Saturday', '2026-10-10', '2026-10-12'],
    ['a makeup Sunday', '2026-09-20', '2026-09-21'],
    ['a plain Tuesday', '2026-11-17', '2026-11-18'],
    ['the last day of the year', '2026-12-31', '2027-01-04'],
  ])('%s: %s, grace until 09:00 on %s', (_, date, graceDate) => {
    expect(dailyDeadlines(date, calendar, standard)).toEqual({
      due: endOfDay(date),
      grace: atShanghai(graceDate, '09:00'),
    })
  })

  it.each([
    ['2026-11-20', '2026-11-21'],
    ['2026-09-30', '2026-10-01'],
  ])('read literally, the second day after %s is %s', (date, graceDate) => {
    const literal = decided('daily.grace', 'nextCalendarDay')
    expect(dailyDeadlines(date, calendar, literal).grace).toEqual(atShanghai(graceDate, '09:00'))
  })

  it('can end with the office day, at four in the morning, or at another grace time', () => {
    const friday = '2026-11-20'
    const due = (key: string, value: string) => dailyDeadlines(friday, calendar, decided(key, value)).due
    expect(due('daily.due', 'offWork')).toEqual(atShanghai(friday, '18:00'))
    expect(due('daily.dayBoundary', '04:00')).toEqual(atShanghai('2026-11-21', '04:00'))
    const { grace } = dailyDeadlines(friday, calendar, decided('daily.graceTime', '10:30'))
    expect(grace).toEqual(atShanghai('2026-11-23', '10:30'))
  })
})

describe('who owes a daily report (五.1.3)①)', () => {
  it.each([
    ['2026-11-20', 'owed', '工作日当天必须填写。'],
    ['2026-10-10', 'owed', '调休上班（国庆节），是工作日。'],
    ['2026-09-20', 'owed', '调休上班（国庆节），是工作日。'],
    ['2026-11-21', 'none', '休息日，不是工作日。'],
    ['2026-10-01', 'none', '国庆节，不是工作日。'],
  ])('%s: %s, because %s', (date, state, text) => {
    expect(dutyOn(date)).toMatchObject({
      state,
      owed: state === 'owed',
      reasons: [{ text, clause: '五.1.3)①' }],
    })
  })

  it.each([
    ['2026-09-11', 'none'],
    ['2026-09-14', 'owed'],
    ['2026-10-30', 'owed'],
    ['2026-11-02', 'none'],
  ])('employed from 09-14 to 10-30: %s is %s', (date, state) => {
    const person = { entryDate: '2026-09-14', leavingDate: '2026-10-30', exemptRole: false }
    expect(dailyDuty({ date, person, absences: [] }, calendar, standard).state).toBe(state)
  })

  it('general manager and administrator owe none; the division owes all, unless a parameter says otherwise (一.4))', () => {
    const exempt = (['gm', 'adm', 'dm', 'spm', 'pm', 'oa'] as const).filter((role) =>
      isExemptRole(role, standard),
    )
    expect(exempt).toEqual(['gm', 'adm'])
    expect(isExemptRole('dm', decided('report.exemptDm', true))).toBe(true)
    expect(isExemptRole('spm', decided('report.exemptSpm', true))).toBe(true)
    expect(isExemptRole('pm', decided('report.exemptPm', true))).toBe(true)
    expect(isExemptRole('oa', decided('report.exemptOa', true))).toBe(true)
    const person = { ...employed, exemptRole: true }
    const duty = dailyDuty({ date: '2026-11-20', person, absences: [] }, calendar, standard)
    expect(duty).toMatchObject({ state: 'none', reasons: [{ clause: '一.4)' }] })
  })
})

describe('a trip (五.4.3)①)', () => {
  it.each([
    ['2026-11-19', 'owed'],
    ['2026-11-20', 'exempt'],
    ['2026-11-21', 'none'],
    ['2026-11-23', 'exempt'],
    ['2026-11-24', 'owed'],
  ])('from Friday 11-20 over the weekend to Monday 11-23: %s is %s', (date, state) => {
    const duty = dutyOn(date, [trip])
    expect(duty.state).toBe(state)
    expect(duty.exemption).toBe(state === 'exempt' ? 'trip' : null)
  })

  it('its return day is owed where the division says so', () => {
    const strict = decided('trip.exemptReturnDay', false)
    expect(dutyOn('2026-11-20', [trip], strict).state).toBe('exempt')
    const back = dutyOn('2026-11-23', [trip], strict)
    expect(back.state).toBe('owed')
    expect(back.reasons[1]).toEqual({ text: '本次出差不免当天日报。', clause: '五.4.3)①' })
  })

  it.each([
    ['registered before departure', { registeredOn: '2026-11-18' }, 'exempt'],
    ['registered on the day of departure', { registeredOn: '2026-11-20' }, 'exempt'],
    ['registered a day late', { registeredOn: '2026-11-21' }, 'owed'],
    ['registered late, allowed by the manager', { registeredOn: '2026-11-21', lateApproved: true }, 'exempt'],
    ['registered late, not approved', { registeredOn: '2026-11-21', approved: false }, 'owed'],
    ['registered in time, not yet approved', { approved: false }, 'exempt'],
  ] as const)('%s: %o is %s', (_, change, state) => {
    const duty = dutyOn('2026-11-20', [{ ...trip, ...change }])
    expect(duty.state).toBe(state)
    expect(duty.reasons.at(-1)?.clause).toBe('五.4.3)①')
  })

  it('registered late never excuses where the division forbids it', () => {
    const late = { ...trip, registeredOn: '2026-11-21', lateApproved: true }
    expect(dutyOn('2026-11-20', [late], decided('trip.lateRegistration', 'never')).state).toBe('owed')
  })
})

describe('a leave (三.3-b)', () => {
  const wednesday = '2026-11-18'
  it.each([
    ['a whole approved day', [leave], 'exempt'],
    ['half a day', [{ ...leave, portion: 'am' }], 'owed'],
    [
      'both halves, applied for separately',
      [
        { ...leave, portion: 'am' },
        { ...leave, portion: 'pm' },
      ],
      'exempt',
    ],
    ['a whole day not yet approved', [{ ...leave, approved: false }], 'owed'],
    ['another day', [{ ...leave, from: '2026-11-19', to: '2026-11-19' }], 'owed'],
    ['approved after it began', [{ ...leave, registeredOn: '2026-11-19' }], 'exempt'],
  ] as [string, Absence[], string][])('%s leaves the daily report %3$s', (_, absences, state) => {
    const duty = dutyOn(wednesday, absences)
    expect(duty.state).toBe(state)
    expect(duty.exemption).toBe(state === 'exempt' ? 'leave' : null)
  })

  it('of half a day is enough where the division says so', () => {
    const half: Absence = { ...leave, portion: 'pm' }
    expect(dutyOn(wednesday, [half], decided('daily.halfDayRequired', false)).state).toBe('exempt')
  })

  it('says why it does not excuse', () => {
    const texts = dutyOn(wednesday, [
      { ...leave, portion: 'am' },
      { ...leave, approved: false },
    ]).reasons.map(({ text }) => text)
    expect(texts).toEqual([
      '工作日当天必须填写。',
      '只请了半天假，日报仍须填写。',
      '请假尚未批准，日报仍须填写。',
    ])
  })
})
