import { atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { lastMomentOf } from '@zhuowei/domain/calendar/deadline.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import {
  type Absence,
  type DailyDuty,
  type Deadlines,
  dailyDeadlines,
  dailyDuty,
  type Exemption,
  isExemptRole,
} from '@zhuowei/domain/reports/daily.ts'
import { type ExtendedDeadlines, extendForOutage } from '@zhuowei/domain/reports/outage.ts'
import { autoSubmitAt, type ReportState, reportState } from '@zhuowei/domain/reports/timeliness.ts'
import type { LedgerRules, Rules } from './rules.ts'

export interface DutyPerson {
  id: string
  role: Role
  entryDate: PlainDate
  reportsFrom?: PlainDate | null
  leavingDate: PlainDate | null
}

/** What exists of the report itself. */
export interface ReportFacts {
  id: string
  submittedAt: Date | null
  completeSince: Date | null
  specialReason: boolean
}

/** 其他 without words of its own is no reason yet. */
export function givesSpecialReason(report: {
  specialReasonKind: string | null
  specialReason: string | null
}): boolean {
  return (
    report.specialReasonKind !== null &&
    (report.specialReasonKind !== 'other' || Boolean(report.specialReason))
  )
}

/** What a manager decided about the obligation; it outlives a recomputation. */
export interface Decisions {
  waived: boolean
  reasonRejected: boolean
}

export const undecided: Decisions = { waived: false, reasonRejected: false }

/** The rules of one day, worked out once for everybody. */
export interface DayRules extends Rules, ExtendedDeadlines {
  date: PlainDate
}

export function dayRules({ calendar, outages, parametersOn }: LedgerRules, date: PlainDate): DayRules {
  const parameters = parametersOn(date)
  const deadlines = dailyDeadlines(date, calendar, parameters)
  const opensAt = atShanghai(date, '00:00')
  return { date, calendar, parameters, ...extendForOutage(deadlines, opensAt, outages, parameters) }
}

/** 五.1.3)①: whether this person owes the daily report of this day, and what moved its deadlines. */
export function dutyOn(day: DayRules, person: DutyPerson, absences: readonly Absence[]): DailyDuty {
  const exemptRole = isExemptRole(person.role, day.parameters)
  const duty = dailyDuty(
    { date: day.date, person: { ...person, exemptRole }, absences },
    day.calendar,
    day.parameters,
  )
  return duty.owed ? { ...duty, reasons: [...duty.reasons, ...day.extended] } : duty
}

export interface Filing {
  at: Date
  as: 'on_time' | 'excused_late'
}

/** One row of the ledger, as the rules give it. */
export interface Obligation extends Deadlines {
  personId: string
  date: PlainDate
  closesAt: Date
  state: ReportState
  exemption: Exemption | null
  reasons: DailyDuty['reasons']
  report: ReportFacts | null
  /** When the complete draft files itself, and what it then counts as. */
  filing: Filing | null
}

export interface ObligationFacts {
  person: DutyPerson
  absences: readonly Absence[]
  report: ReportFacts | null
  decisions: Decisions
}

/** The obligation of one person for one day; null when there is none: a day off, before entry, after leaving. */
export function obligationOf(day: DayRules, facts: ObligationFacts): Obligation | null {
  const duty = dutyOn(day, facts.person, facts.absences)
  if (duty.state === 'none') return null
  const { due, grace } = day
  return {
    personId: facts.person.id,
    date: day.date,
    due,
    grace,
    closesAt: lastMomentOf(grace),
    exemption: duty.exemption,
    reasons: duty.reasons,
    report: facts.report,
    ...standing({ due, grace, exempt: !duty.owed, ...facts }, day.parameters),
  }
}

interface Standing extends Deadlines {
  exempt: boolean
  report: ReportFacts | null
  decisions: Decisions
}

/**
 * What an obligation counts as by what people did. Without a submission it stays `pending` until it is closed: `stateNow` adds
 * the passing of time when it is read.
 */
export function standing(
  { due, grace, exempt, report, decisions }: Standing,
  parameters: Rules['parameters'],
): Pick<Obligation, 'state' | 'filing'> {
  const submission = { due, grace, exempt, ...decisions, specialReason: report?.specialReason ?? false }
  const filedAt = report?.submittedAt ?? null
  const { state } = reportState({ ...submission, firstCompleteAt: filedAt }, filedAt ?? due)
  if (state !== 'pending' || !report) return { state, filing: null }
  const draft = { completeAt: report.completeSince, specialReason: report.specialReason }
  const at = autoSubmitAt(draft, { due, grace }, parameters)
  if (!at) return { state, filing: null }
  const filed = reportState({ ...submission, firstCompleteAt: at }, at).state
  return { state, filing: { at, as: filed === 'on_time' ? 'on_time' : 'excused_late' } }
}
