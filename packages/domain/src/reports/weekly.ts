import type { PlainDate } from '../calendar/dates.ts'
import { addDays, atShanghai, daysBetween, endOfDay, mondayOf } from '../calendar/dates.ts'
import type { WeekKey } from '../calendar/weeks.ts'
import { lastWorkingWeek, mondayOfWeek, sundayOfWeek, workingDaysOfWeek } from '../calendar/weeks.ts'
import { chineseNumeral } from '../calendar/wording.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { firstWorkingDayOnOrAfter } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { reportForms } from '../clauses/prescribed.ts'
import type { Absence, Deadlines, Duty, Employment } from './daily.ts'
import type { Period } from './period.ts'
import {
  freedByLeave,
  noDuty,
  onFullLeave,
  outsideEmployment,
  owes,
  startOf,
  tripFreesNot,
} from './period.ts'

/** G8: 第47周总结, by the covered week, for its plan as for its summary. */
export function weeklySubject(week: WeekKey, parameters: Parameters): string {
  return reportForms.weekly.subject.replace('×', numeralOf(week, parameters))
}

/** G8: what the plan is called on screen, whose 任务主题 is 第48周总结 like that of its summary. */
export function planCaption(week: WeekKey, parameters: Parameters): string {
  return `第${numeralOf(week, parameters)}周计划`
}

/** §1B-19: by ISO, or counted from the week of 1 January, where a week belongs to the year of its Sunday. */
export function weekNumber(week: WeekKey, parameters: Parameters): number {
  if (parameters['week.scheme'] === 'iso') return Number(week.slice(6))
  const first = mondayOf(`${sundayOfWeek(week).slice(0, 4)}-01-01`)
  return daysBetween(first, mondayOfWeek(week)) / 7 + 1
}

/** §1B-6/7: what is written in a week, its summary and the next plan, is due at its end and for a special reason on Monday at nine. */
export function weeklyDeadlines(week: WeekKey, calendar: WorkCalendar, parameters: Parameters): Deadlines {
  const sunday = sundayOfWeek(week)
  const monday = addDays(sunday, 1)
  const graceDay =
    parameters['weekly.graceRoll'] === 'firstWD' ? firstWorkingDayOnOrAfter(calendar, monday) : monday
  const lastDay = workingDaysOfWeek(calendar, week).at(-1) ?? sunday
  const due = {
    sunday24: () => endOfDay(sunday),
    lastWD24: () => endOfDay(lastDay),
    lastWDoffWork: () => atShanghai(lastDay, parameters['shift.end']),
  }
  return { due: due[parameters['weekly.due']](), grace: atShanghai(graceDay, parameters['weekly.graceTime']) }
}

function numeralOf(week: WeekKey, parameters: Parameters): string {
  const number = weekNumber(week, parameters)
  return parameters['week.numeral'] === 'cn' ? chineseNumeral(number) : String(number)
}

export type WeeklyPeriod = Period<'weekly_summary' | 'weekly_plan'> & {
  /** The working days of the week in which it is written. */
  workdays: readonly PlainDate[]
  /** The working days that a plan is about. */
  target: readonly PlainDate[]
}

/** 五.2.2)②: the summary of a week; a week without working days has none. */
export function summaryPeriod(
  week: WeekKey,
  calendar: WorkCalendar,
  parameters: Parameters,
): WeeklyPeriod | null {
  const workdays = workingDaysOfWeek(calendar, week)
  const opensOn = workdays.at(-1)
  if (!opensOn) return null
  const deadlines = weeklyDeadlines(week, calendar, parameters)
  const onDate = sundayOfWeek(week)
  return {
    ...{ kind: 'weekly_summary', key: week, subject: weeklySubject(week, parameters), onDate, opensOn },
    ...{ workdays, target: [], ...deadlines },
  }
}

/** 五.2.2)①: the plan of a week is written in the last week before it that has working days. */
export function planPeriod(
  week: WeekKey,
  calendar: WorkCalendar,
  parameters: Parameters,
): WeeklyPeriod | null {
  const target = workingDaysOfWeek(calendar, week)
  if (target.length === 0) return null
  const writtenIn = lastWorkingWeek(calendar, week)
  const workdays = workingDaysOfWeek(calendar, writtenIn)
  const onDate = addDays(mondayOfWeek(week), -1)
  const deadlines = weeklyDeadlines(writtenIn, calendar, parameters)
  return {
    ...{ kind: 'weekly_plan', key: week, subject: planCaption(week, parameters) },
    ...{ onDate, opensOn: workdays.at(-1) ?? onDate },
    ...{ workdays, target, ...deadlines },
  }
}

/** 五.2.4)①: who was there on any working day of the week tells what came of it. */
export function summaryDuty(
  { workdays }: WeeklyPeriod,
  person: Employment,
  absences: readonly Absence[],
): Duty {
  const days = workdays.filter((day) => day >= startOf(person))
  const outside = outsideOnLast(workdays, person)
  if (outside) return noDuty(outside)
  if (days.every((day) => onFullLeave(day, absences)))
    return freedByLeave('这一周的工作日都在请假，免填周总结。')
  return owes({ text: '当周必须填写本周完成情况。', clause: '五.2.4)①' }, ...tripFreesNot(days, absences))
}

/** 五.2.4)①, §1B-16: who is there in both weeks writes the plan; the first one of a new colleague is waived. */
export function planDuty(
  { workdays, target }: WeeklyPeriod,
  person: Employment,
  absences: readonly Absence[],
): Duty {
  const outside = outsideOnLast(workdays, person) ?? outsideOnFirst(target, person)
  if (outside) return noDuty(outside)
  const days = workdays.filter((day) => day >= startOf(person))
  if (days.every((day) => onFullLeave(day, absences)))
    return freedByLeave('写计划的那一周工作日都在请假，免填周计划。')
  const planned = target.filter((day) => !person.leavingDate || day <= person.leavingDate)
  if (planned.every((day) => onFullLeave(day, absences)))
    return freedByLeave('计划的那一周工作日都在请假，免填周计划。')
  return owes({ text: '当周必须填写下周计划。', clause: '五.2.4)①' }, ...tripFreesNot(days, absences))
}

function outsideOnLast(workdays: readonly PlainDate[], person: Employment) {
  const last = workdays.at(-1)
  return last === undefined ? null : outsideEmployment(last, person)
}

function outsideOnFirst(target: readonly PlainDate[], person: Employment) {
  const [first] = target
  return first === undefined ? null : outsideEmployment(first, person)
}

/** 五.2.3)②: how many items of the plan are neither 完成 nor 未完成 yet. */
export function undecidedLines(plan: readonly { text: string; done: boolean | null }[]): number {
  return plan.filter(({ text, done }) => done === null && text.trim() !== '').length
}
