import type { PlainDate } from '../calendar/dates.ts'
import { endOfDay } from '../calendar/dates.ts'
import { isMet, lastMomentOf } from '../calendar/deadline.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'
import type { Deadlines, Exemption } from './daily.ts'
import type { ObligationKind } from './kinds.ts'
import { deadlineClause } from './kinds.ts'
import type { Reason } from './reason.ts'

/** 五.1.3): a late fill is kept, but never erases 以没填计. */
export const stateLabel = {
  pending: '待填',
  on_time: '按时',
  excused_late: '特殊原因',
  missed: '未填（以没填计）',
  late_fill: '补填（仍计未填）',
  exempt: '免填',
  waived: '豁免',
} as const
export type ReportState = keyof typeof stateLabel
export const reportStates = codesOf(stateLabel)

/** Why the report comes in the grace period; `other` needs words of its own. */
export const specialReasonLabel = {
  late_return: '外出晚归',
  network: '网络',
  reception: '接待',
  system: '系统',
  other: '其他',
} as const
export type SpecialReason = keyof typeof specialReasonLabel
export const specialReasons = codesOf(specialReasonLabel)

export type Submission = Deadlines & {
  /** When the report was first complete and submitted; later edits are versions and change nothing. */
  firstCompleteAt: Date | null
  specialReason: boolean
  /** The manager found the special reason not to hold. */
  reasonRejected: boolean
  exempt: boolean
  waived: boolean
}

export type Timeliness = { state: ReportState; reasons: Reason[]; clause: ClauseId }

/** 五.1.3)①②, 五.2.4), 五.3.3): what a report counts as at the instant `now`. */
export function reportState(submission: Submission, now: Date, kind: ObligationKind = 'daily'): Timeliness {
  const { state, text, clause } = judge(submission, now, deadlineClause[kind])
  return { state, reasons: [{ text, clause }], clause }
}

export function countsAsFiled(state: ReportState): boolean {
  return state === 'on_time' || state === 'excused_late'
}

/** One character per state wherever space is short; on time needs none. */
export function stateGlyph(state: ReportState, exemption: Exemption | null): string {
  if (state === 'exempt' && exemption) return exemption === 'trip' ? '差' : '假'
  return glyphs[state]
}

export type Compliance = { filed: number; due: number; rate: number | null }

/** Filed in time ÷ owed; exempt and waived reports leave the denominator, pending ones have not entered it yet. */
export function complianceRate(states: readonly ReportState[]): Compliance {
  return complianceOf(states.map((state) => ({ state, count: 1 })))
}

/** The same from how often each state occurs. */
export function complianceOf(counts: readonly { state: ReportState; count: number }[]): Compliance {
  const sumOf = (counted: (state: ReportState) => boolean) =>
    counts.reduce((sum, { state, count }) => sum + (counted(state) ? count : 0), 0)
  const due = sumOf((state) => state !== 'exempt' && state !== 'waived' && state !== 'pending')
  const filed = sumOf(countsAsFiled)
  return { filed, due, rate: due === 0 ? null : filed / due }
}

/**
 * Saving is filling in the prescribed flow, so a draft that is complete at a deadline files itself: at its last moment, for
 * until then the author may still submit.
 */
export function autoSubmitAt(
  draft: { completeAt: Date | null; specialReason: boolean },
  { due, grace }: Deadlines,
  parameters: Parameters,
): Date | null {
  if (!parameters['report.autoSubmitCompleteDraft'] || !draft.completeAt) return null
  if (isMet(due, draft.completeAt)) return lastMomentOf(due)
  if (draft.specialReason && isMet(grace, draft.completeAt)) return lastMomentOf(grace)
  return null
}

/** The manager may waive a report until the end of the n-th working day after the day it is about. */
export function waiverDeadline(date: PlainDate, calendar: WorkCalendar, parameters: Parameters): Date {
  return endOfDay(addWorkingDays(calendar, date, parameters['report.waiveWindowWD']))
}

function judge(
  submission: Submission,
  now: Date,
  clauses: { due: ClauseId; grace: ClauseId },
): { state: ReportState } & Reason {
  const { due, grace, firstCompleteAt: filedAt, specialReason, reasonRejected } = submission
  if (submission.exempt) return { state: 'exempt', text: '免填。', clause: clauses.due }
  if (submission.waived) return { state: 'waived', text: '经理已豁免，不计入应填。', clause: clauses.grace }
  if (!filedAt || filedAt > now)
    return isMet(grace, now)
      ? {
          state: 'pending',
          text: '还没有提交，期限未过。',
          clause: isMet(due, now) ? clauses.due : clauses.grace,
        }
      : { state: 'missed', text: '宽限截止时没有提交，以没填计。', clause: clauses.grace }
  if (isMet(due, filedAt)) return { state: 'on_time', text: '在正常截止前提交。', clause: clauses.due }
  if (!isMet(grace, filedAt))
    return { state: 'late_fill', text: '宽限截止后才提交，内容保留，仍以没填计。', clause: clauses.grace }
  if (!specialReason)
    return { state: 'late_fill', text: '过了正常截止且没有特殊原因，仍以没填计。', clause: clauses.grace }
  if (reasonRejected)
    return { state: 'missed', text: '经理认定特殊原因不成立，以没填计。', clause: clauses.grace }
  return { state: 'excused_late', text: '有特殊原因，在宽限截止前提交。', clause: clauses.grace }
}

const glyphs: Record<ReportState, string> = {
  pending: '待',
  on_time: '',
  excused_late: '特',
  missed: '未',
  late_fill: '补',
  exempt: '免',
  waived: '免',
}
