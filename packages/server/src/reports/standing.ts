import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import { type ReportState, reportState } from '@zhuowei/domain/reports/timeliness.ts'
import { type DayRules, type DutyPerson, dayRules, dutyOn } from '../obligations/duty.ts'
import { loadAbsences, loadPeople } from '../obligations/facts.ts'
import { findObligation, type LedgerRow } from '../obligations/ledger.ts'
import { loadDivisionRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { fileIfDue } from './file-due.ts'

export interface PersonDay {
  divisionId: string
  personId: string
  date: PlainDate
}

/** Everything that decides what a report of this day counts as. */
export interface Standing {
  person: DutyPerson | null
  day: DayRules
  absences: Absence[]
  obligation: LedgerRow | null
}

export async function loadStanding(
  db: Database | Trx,
  { divisionId, personId, date }: PersonDay,
  now: Date,
): Promise<Standing> {
  const rules = await loadDivisionRules(db, divisionId)
  const range = { divisionId, from: date, to: date, people: [personId] }
  const [people, absences, obligation] = await Promise.all([
    loadPeople(db, range),
    loadAbsences(db, range),
    obligationFiled(db, personId, date, now),
  ])
  return {
    person: people[0] ?? null,
    day: dayRules(rules, date),
    absences: absences.get(personId) ?? [],
    obligation: obligation ?? null,
  }
}

async function obligationFiled(db: Database | Trx, personId: string, date: PlainDate, now: Date) {
  const found = await findObligation(db, personId, date, now)
  return found && (await fileIfDue(db, found, now)) ? findObligation(db, personId, date, now) : found
}

/** Deadline, phase and reasons as the editor shows them. */
export function deadlineOf(standing: Standing, now: Date): OnServer<OpenedDaily['deadline']> {
  const { obligation } = standing
  if (!obligation || obligation.state === 'exempt') return notOwed(standing)
  const { dueAt, graceAt, filesAt } = obligation
  const phase = isMet(dueAt, now) ? 'open' : isMet(graceAt, now) ? 'grace' : 'closed'
  const undecided = obligation.state === 'pending'
  return {
    owed: true,
    state: obligation.state,
    phase,
    dueAt,
    graceAt,
    specialReasonRequired: phase === 'grace' && undecided,
    filesItselfAt: undecided ? filesAt : null,
    reasons: [...obligation.reasons, ...conclusionOf(obligation, now)],
  }
}

/** Why it counts as it does, as the domain says it. */
export function conclusionOf(row: LedgerRow, now: Date): Reason[] {
  return reportState(submissionOf(row), now).reasons
}

type Counted = Pick<
  LedgerRow,
  'dueAt' | 'graceAt' | 'filedAt' | 'specialReason' | 'reasonRejectedAt' | 'exemption' | 'waivedAt'
>

export function submissionOf(row: Counted) {
  return {
    due: row.dueAt,
    grace: row.graceAt,
    firstCompleteAt: row.filedAt,
    specialReason: row.specialReason,
    reasonRejected: row.reasonRejectedAt !== null,
    exempt: row.exemption !== null,
    waived: row.waivedAt !== null,
  }
}

function notOwed({ person, day, absences, obligation }: Standing): OnServer<OpenedDaily['deadline']> {
  const exempt: ReportState | null = obligation ? 'exempt' : null
  return {
    owed: false,
    state: exempt,
    phase: 'none',
    dueAt: null,
    graceAt: null,
    specialReasonRequired: false,
    filesItselfAt: null,
    reasons: obligation?.reasons ?? (person ? dutyOn(day, person, absences).reasons : []),
  }
}
