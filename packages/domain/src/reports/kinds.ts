import type { ClauseId } from '../clauses/regulation-text.ts'
import { codesOf } from '../codes.ts'

/** 五.1–五.4: the four work reports. */
export const reportKindLabel = { daily: '日报', weekly: '周报', monthly: '月报', trip: '出差报告' } as const
export type ReportKind = keyof typeof reportKindLabel
export const reportKinds = codesOf(reportKindLabel)

/** What is owed separately: one weekly record answers to two duties, its plan in the week before and its summary at its end. */
export const obligationLabel = {
  daily: '日报',
  weekly_summary: '周总结',
  weekly_plan: '周计划',
  monthly: '月报',
  trip: '出差报告',
} as const
export type ObligationKind = keyof typeof obligationLabel
export const obligationKinds = codesOf(obligationLabel)

/** The report that an obligation is met by. */
export const reportKindOf: Record<ObligationKind, ReportKind> = {
  daily: 'daily',
  weekly_summary: 'weekly',
  weekly_plan: 'weekly',
  monthly: 'monthly',
  trip: 'trip',
}

/** Where the normal deadline and the one for a special reason are written. The grace of a trip report is 系统默认 (§1B-10). */
export const deadlineClause: Record<ObligationKind, { due: ClauseId; grace: ClauseId }> = {
  daily: { due: '五.1.3)①', grace: '五.1.3)②' },
  weekly_summary: { due: '五.2.4)①', grace: '五.2.4)②' },
  weekly_plan: { due: '五.2.4)①', grace: '五.2.4)②' },
  monthly: { due: '五.3.3)①', grace: '五.3.3)②' },
  trip: { due: '五.4.3)①', grace: '五.4.3)①' },
}
