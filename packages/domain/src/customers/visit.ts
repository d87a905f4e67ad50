import type { PlainDate } from '../calendar/dates.ts'
import { endOfDay } from '../calendar/dates.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, firstWorkingDayOnOrAfter } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'

export const visitKindLabel = {
  visit: '拜访',
  call: '电话',
  tech_exchange: '技术交流',
  proposal: '方案汇报',
  banquet: '宴请',
  event: '活动',
} as const
export type VisitKind = keyof typeof visitKindLabel
export const visitKinds = codesOf(visitKindLabel)

/** 三.7 the customer rang, or one of us. */
export const callDirectionLabel = { incoming: '来电', outgoing: '去电' } as const
export type CallDirection = keyof typeof callDirectionLabel
export const callDirections = codesOf(callDirectionLabel)

/** 来电 or 去电 where it was said, otherwise the kind. */
export const contactLabel = (of: { kind: VisitKind; callDirection: CallDirection | null }): string =>
  of.callDirection ? callDirectionLabel[of.callDirection] : visitKindLabel[of.kind]

/** 六.2.3)③ gives no deadline; ours is the working day of the visit, or the first one after a visit on a day off. */
export function visitDue(date: PlainDate, calendar: WorkCalendar, parameters: Parameters): Date {
  const first = firstWorkingDayOnOrAfter(calendar, date)
  return endOfDay(addWorkingDays(calendar, first, parameters['visit.dueWD']))
}
