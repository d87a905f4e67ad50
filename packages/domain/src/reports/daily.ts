import type { PlainDate } from '../calendar/dates.ts'
import { addDays, atShanghai, endOfDay } from '../calendar/dates.ts'
import { weekdayCharacter } from '../calendar/wording.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { dayTypeLabel, nextWorkingDay } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { reportForms } from '../clauses/prescribed.ts'
import type { Role } from '../organisation/roles.ts'
import type { Period } from './period.ts'
import { onFullLeave, outsideEmployment } from './period.ts'
import type { Reason } from './reason.ts'

/** 五.1.2)①: 星期五工作日报. */
export function dailySubject(date: PlainDate): string {
  return reportForms.daily.subject.replace('×', weekdayCharacter(date))
}

/** A leave or a trip over whole dates, both ends included; a half day is `am` or `pm`. */
export type Absence = {
  kind: 'leave' | 'trip'
  from: PlainDate
  to: PlainDate
  portion: 'full' | 'am' | 'pm'
  approved: boolean
  registeredOn: PlainDate
  /** A trip registered after departure counts only when the manager said so. */
  lateApproved?: boolean
}

/** From when until when somebody owes reports at all. */
export type Employment = {
  entryDate: PlainDate
  /** The day of being entered into the system when that came after the entry date. */
  reportsFrom?: PlainDate | null
  leavingDate: PlainDate | null
  exemptRole: boolean
}

export type DailyFacts = { date: PlainDate; person: Employment; absences: readonly Absence[] }

export type Exemption = Absence['kind']

/** Whether something is owed, and why. */
export type Duty = {
  owed: boolean
  state: 'owed' | 'exempt' | 'none'
  exemption: Exemption | null
  reasons: Reason[]
}

/** 五.1.3)①: does this person owe a daily report for this day, and why. */
export function dailyDuty(facts: DailyFacts, calendar: WorkCalendar, parameters: Parameters): Duty {
  const outside = outsideDuty(facts, calendar)
  if (outside) return { owed: false, state: 'none', exemption: null, reasons: [outside] }
  const today = facts.absences.filter(({ from, to }) => from <= facts.date && facts.date <= to)
  const excused = onLeave(today, facts.date, parameters) ?? onTrip(today, facts.date, parameters)
  if (excused) return { owed: false, state: 'exempt', ...excused }
  return { owed: true, state: 'owed', exemption: null, reasons: whyOwed(facts.date, today, calendar) }
}

/** 一.4): GM and administrator stand outside the division; others are exempt only where a parameter says so. */
export function isExemptRole(role: Role, parameters: Parameters): boolean {
  switch (role) {
    case 'gm':
    case 'adm':
      return true
    case 'dm':
      return parameters['report.exemptDm']
    case 'spm':
      return parameters['report.exemptSpm']
    case 'pm':
      return parameters['report.exemptPm']
    case 'oa':
      return parameters['report.exemptOa']
  }
}

export type Deadlines = { due: Date; grace: Date }

/** 五.1.3)①②: the day itself; for a special reason 09:00 on the "second day", by default the next working day. */
export function dailyDeadlines(date: PlainDate, calendar: WorkCalendar, parameters: Parameters): Deadlines {
  const secondDay =
    parameters['daily.grace'] === 'nextWorkingDay' ? nextWorkingDay(calendar, date) : addDays(date, 1)
  return { due: dailyDue(date, parameters), grace: atShanghai(secondDay, parameters['daily.graceTime']) }
}

/** The day as the ledger owes it. */
export function dailyPeriod(
  date: PlainDate,
  calendar: WorkCalendar,
  parameters: Parameters,
): Period<'daily'> {
  const deadlines = dailyDeadlines(date, calendar, parameters)
  return { kind: 'daily', key: date, subject: dailySubject(date), onDate: date, opensOn: date, ...deadlines }
}

function dailyDue(date: PlainDate, parameters: Parameters): Date {
  if (parameters['daily.due'] === 'offWork') return atShanghai(date, parameters['shift.end'])
  const boundary = parameters['daily.dayBoundary']
  return boundary === '00:00' ? endOfDay(date) : atShanghai(addDays(date, 1), boundary)
}

function outsideDuty({ date, person }: DailyFacts, calendar: WorkCalendar): Reason | null {
  if (!person.exemptRole && !calendar.isWorkingDay(date)) {
    const { type, name } = calendar.day(date)
    return { text: `${name || dayTypeLabel[type]}，不是工作日。`, clause: '五.1.3)①' }
  }
  return outsideEmployment(date, person)
}

type Excuse = { exemption: Exemption; reasons: Reason[] }

function onLeave(today: readonly Absence[], date: PlainDate, parameters: Parameters): Excuse | null {
  const leaves = today.filter(({ kind, approved }) => kind === 'leave' && approved)
  const halfDayIsEnough = leaves.length > 0 && !parameters['daily.halfDayRequired']
  if (!onFullLeave(date, leaves) && !halfDayIsEnough) return null
  return { exemption: 'leave', reasons: [{ text: '请假已批准，当天免填。', clause: '三.3-b' }] }
}

function onTrip(today: readonly Absence[], date: PlainDate, parameters: Parameters): Excuse | null {
  const trip = today.find(
    (absence) =>
      absence.kind === 'trip' &&
      (date < absence.to || parameters['trip.exemptReturnDay']) &&
      registrationCounts(absence, parameters),
  )
  if (!trip) return null
  const text = `出差（${trip.from} 至 ${trip.to}），免填日报，回来再填出差报告。`
  return { exemption: 'trip', reasons: [{ text, clause: '五.4.3)①' }] }
}

/** Registered by the day of departure it counts at once, approved or not yet; later only with the manager's approval (§1B-4). */
function registrationCounts(trip: Absence, parameters: Parameters): boolean {
  if (trip.registeredOn <= trip.from) return true
  return trip.approved && parameters['trip.lateRegistration'] === 'dmApproval' && trip.lateApproved === true
}

/** Besides the working day itself, each absence that looks like an excuse and is none explains why not. */
function whyOwed(date: PlainDate, today: readonly Absence[], calendar: WorkCalendar): Reason[] {
  const { type, name } = calendar.day(date)
  const day = type === 'makeup' ? `调休上班（${name}），是工作日。` : '工作日当天必须填写。'
  return [{ text: day, clause: '五.1.3)①' }, ...today.map(whyNotExcused)]
}

function whyNotExcused(absence: Absence): Reason {
  if (absence.kind === 'leave')
    return absence.approved
      ? { text: '只请了半天假，日报仍须填写。', clause: '五.1.3)①' }
      : { text: '请假尚未批准，日报仍须填写。', clause: '三.3-b' }
  if (!absence.approved) return { text: '出差尚未批准，日报仍须填写。', clause: '五.4.3)①' }
  if (absence.registeredOn > absence.from && !absence.lateApproved)
    return { text: '出差在出发后才登记，经理未批准免填。', clause: '五.4.3)①' }
  return { text: '本次出差不免当天日报。', clause: '五.4.3)①' }
}
