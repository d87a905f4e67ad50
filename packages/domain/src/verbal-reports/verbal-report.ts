import { endOfDay, type PlainDate } from '../calendar/dates.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'

/** 五.5 (G27): the log waits for the superior; when he says nothing, the time stamp stands. */
export const verbalReportStateLabel = {
  logged: '待确认',
  heard: '已听取',
  not_received: '未收到',
  stands: '超时存证',
} as const
export type VerbalReportState = keyof typeof verbalReportStateLabel
export const verbalReportStates = codesOf(verbalReportStateLabel)

/** Until when the superior says whether he heard it. */
export function answerDue(loggedOn: PlainDate, calendar: WorkCalendar, parameters: Parameters): Date {
  return endOfDay(addWorkingDays(calendar, loggedOn, parameters['verbal.answerWD']))
}
