import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel, leaveTypeLabel, portionLabel } from '@zhuowei/domain/attendance/absence.ts'
import { daysBetween, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'

type Period = Pick<AbsenceRecord, 'from' | 'to' | 'portion'>
type What = Pick<AbsenceRecord, 'kind' | 'leaveType' | 'place'>

/** 年休假 · 出差 沧屿. */
export function whatText({ kind, leaveType, place }: What): string {
  if (kind === 'trip') return [absenceKindLabel.trip, place].filter(Boolean).join(' ')
  return leaveType ? leaveTypeLabel[leaveType] : absenceKindLabel.leave
}

/** 11-24 周二上午 · 11-24 周二 至 11-26 周四. */
export function periodText({ from, to, portion }: Period, today: PlainDate): string {
  if (from !== to) return `${shortDate(from, today)} 至 ${shortDate(to, today)}`
  return `${shortDate(from, today)}${portion === 'full' ? '' : portionLabel[portion]}`
}

/** 半天 · 3 天, weekends inside included. */
export function lengthText({ from, to, portion }: Period): string {
  return portion === 'full' ? `${daysBetween(from, to) + 1} 天` : '半天'
}

/** 2026年11月. */
export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}

/** Neither taken back nor refused. */
export const stands = ({ cancelledAt, refusal }: Pick<AbsenceRecord, 'cancelledAt' | 'refusal'>) =>
  !cancelledAt && !refusal
