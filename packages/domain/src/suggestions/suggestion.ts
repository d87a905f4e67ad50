import { endOfDay, type PlainDate } from '../calendar/dates.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'
import type { Role } from '../organisation/roles.ts'

/** 三.6 names three kinds; the fourth is what 综合管理 advises from the statistics, 二.2.4)(5). */
export const suggestionTypeLabel = {
  situation: '新情况',
  problem: '新问题',
  proposal: '合理化建议',
  business: '经营建议',
} as const
export type SuggestionType = keyof typeof suggestionTypeLabel
export const suggestionTypes = codesOf(suggestionTypeLabel)

export const mayPropose = (role: Role, type: SuggestionType): boolean => type !== 'business' || role === 'oa'

/** Until when the manager replies (系统默认). */
export function replyDue(on: PlainDate, calendar: WorkCalendar, parameters: Parameters): Date {
  return endOfDay(addWorkingDays(calendar, on, parameters['suggestion.replyWD']))
}
