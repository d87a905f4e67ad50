import { atShanghai, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { lastMomentOf } from '@zhuowei/domain/calendar/deadline.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import {
  type Absence,
  type Deadlines,
  type Duty,
  type Exemption,
  isExemptRole,
} from '@zhuowei/domain/reports/daily.ts'
import { dutyFor, type RuledPeriod } from '@zhuowei/domain/reports/duties.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { autoSubmitAt, type ReportState, reportState } from '@zhuowei/domain/reports/timeliness.ts'

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

/** Whether this person owes what the period asks for (五.1–五.4). */
export function dutyOn(
  period: RuledPeriod,
  calendar: WorkCalendar,
  person: DutyPerson,
  absences: readonly Absence[],
): Duty {
  const exemptRole = isExemptRole(person.role, period.parameters)
  return dutyFor(period, calendar, { ...person, exemptRole }, absences)
}

export interface Filing {
  at: Date
  as: 'on_time' | 'excused_late'
}

/** One row of the ledger, as the rules give it. */
export interface Obligation extends Deadlines {
  personId: string
  kind: ObligationKind
  key: string
  subject: string
  onDate: PlainDate
  opensAt: Date
  closesAt: Date
  state: ReportState
  exemption: Exemption | null
  reasons: Duty['reasons']
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

/** What one person owes for one period; null when nothing: a day off, before entry, after leaving. */
export function obligationOf(
  period: RuledPeriod,
  calendar: WorkCalendar,
  facts: ObligationFacts,
): Obligation | null {
  const duty = dutyOn(period, calendar, facts.person, facts.absences)
  if (duty.state === 'none') return null
  const { kind, key, subject, onDate, due, grace } = period
  return {
    ...{ personId: facts.person.id, kind, key, subject, onDate, due, grace },
    opensAt: atShanghai(period.opensOn, '00:00'),
    closesAt: lastMomentOf(grace),
    exemption: duty.exemption,
    reasons: duty.reasons,
    report: facts.report,
    ...standing({ due, grace, exempt: !duty.owed, ...facts }, period.parameters),
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
  parameters: Parameters,
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
