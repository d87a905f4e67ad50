import { addDays, atShanghai, isoWeekOf, mondayOf, type PlainDate, shanghaiDate } from '../calendar/dates.ts'
import { dateWithWeekday } from '../calendar/wording.ts'
import { firstWorkingDayOnOrAfter, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'

/** The meeting of one week, or why the week has none. */
export type WeeklyMeeting = { week: string; startsAt: Date; rolledFrom: PlainDate | null } & (
  | { held: true; reason: string | null }
  | { held: false; reason: string }
)

type Rules = Pick<Parameters, 'meeting.time' | 'meeting.roll'>

/** 四.1, §1B-11: Monday 09:30; a Monday off moves it to the first working day of the same week, a week without one has none. */
export function weeklyMeeting(date: PlainDate, calendar: WorkCalendar, rules: Rules): WeeklyMeeting {
  const monday = mondayOf(date)
  const week = weekKey(monday)
  const at = (day: PlainDate) => atShanghai(day, rules['meeting.time'])
  if (calendar.isWorkingDay(monday))
    return { week, held: true, startsAt: at(monday), rolledFrom: null, reason: null }
  const day = firstWorkingDayOnOrAfter(calendar, monday)
  if (day > addDays(monday, 6))
    return { week, held: false, startsAt: at(monday), rolledFrom: null, reason: '本周没有工作日' }
  const off = `${dateWithWeekday(monday)} 不上班`
  if (rules['meeting.roll'] === 'cancel')
    return { week, held: false, startsAt: at(monday), rolledFrom: null, reason: `${off}，本周例会取消` }
  return { week, held: true, startsAt: at(day), rolledFrom: monday, reason: `${off}，顺延到当周第一个工作日` }
}

/** 2026-W48, by the ISO week-year. */
export function weekKey(date: PlainDate): string {
  const { year, week } = isoWeekOf(date)
  return `${year}-W${String(week).padStart(2, '0')}`
}

const halfHour = 30 * 60_000

/** §8: the agenda is made at 09:00 of the day, or half an hour before a meeting that begins earlier. */
export function agendaAt(startsAt: Date, rules: Pick<Parameters, 'meeting.agendaTime'>): Date {
  const usual = atShanghai(shanghaiDate(startsAt), rules['meeting.agendaTime'])
  return usual < startsAt ? usual : new Date(startsAt.getTime() - halfHour)
}

/** 签到 opens half an hour before the meeting. */
export const signInOpens = (startsAt: Date): Date => new Date(startsAt.getTime() - halfHour)
