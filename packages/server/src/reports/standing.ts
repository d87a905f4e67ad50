import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import { type ReportState, reportState } from '@zhuowei/domain/reports/timeliness.ts'
import { type DutyPerson, dutyOn } from '../obligations/duty.ts'
import { loadAbsences, loadPeople } from '../obligations/facts.ts'
import { findObligation, type LedgerRow, type Owed } from '../obligations/ledger.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { fileIfDue } from './file-due.ts'
import type { Slot } from './slots.ts'

/** Everything that decides what a report counts as. */
export interface Standing {
  slot: Slot
  person: DutyPerson | null
  absences: readonly Absence[]
  obligation: LedgerRow | null
}

export async function loadStanding(db: Database | Trx, slot: Slot, now: Date): Promise<Standing> {
  const { divisionId, personId, from, onDate } = slot
  const range = { divisionId, from: from < onDate ? from : onDate, to: onDate, people: [personId] }
  const [people, absences, obligation] = await Promise.all([
    loadPeople(db, range),
    loadAbsences(db, range),
    obligationFiled(db, slot, now),
  ])
  return {
    slot,
    person: people[0] ?? null,
    absences: absences.get(personId) ?? [],
    obligation: obligation ?? null,
  }
}

async function obligationFiled(db: Database | Trx, owed: Owed, now: Date) {
  const found = await findObligation(db, owed, now)
  return found && (await fileIfDue(db, found, now)) ? findObligation(db, owed, now) : found
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
  return reportState(submissionOf(row), now, row.kind).reasons
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

function notOwed(standing: Standing): OnServer<OpenedDaily['deadline']> {
  const { obligation } = standing
  const exempt: ReportState | null = obligation ? 'exempt' : null
  return {
    owed: false,
    state: exempt,
    phase: 'none',
    dueAt: null,
    graceAt: null,
    specialReasonRequired: false,
    filesItselfAt: null,
    reasons: obligation?.reasons ?? whyNotOwed(standing),
  }
}

function whyNotOwed({ slot: { kind, period, rules }, person, absences }: Standing): Reason[] {
  if (!person) return []
  if (period) return dutyOn(period, rules.calendar, person, absences).reasons
  return [{ text: noWorkingDays(kind), clause: '五.2.4)①' }]
}

export const noWorkingDays = (kind: Slot['kind']): string =>
  kind === 'weekly_plan' ? '那一周没有工作日，不填周计划' : '这一周没有工作日，不填周总结'
