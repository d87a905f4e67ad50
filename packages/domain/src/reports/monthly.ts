import type { PlainDate } from '../calendar/dates.ts'
import { addDays, atShanghai, endOfDay, firstDayOfMonth, lastDayOfMonth } from '../calendar/dates.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import {
  firstWorkingDayOnOrAfter,
  lastWorkingDayOnOrBefore,
  workingDaysIn,
} from '../calendar/working-days.ts'
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

/** 五.3.2)①: 11月工作报告; `month` is 'YYYY-MM'. */
export function monthlySubject(month: string): string {
  return reportForms.monthly.subject.replace('×', String(Number(month.slice(5))))
}

/** §1B-8: the last calendar day; for a special reason the first working day of the next month, when the office closes. */
export function monthlyDeadlines(month: string, calendar: WorkCalendar, parameters: Parameters): Deadlines {
  const lastDay = lastDayOfMonth(month)
  const graceDay = firstWorkingDayOnOrAfter(calendar, addDays(lastDay, 1))
  const grace =
    parameters['monthly.graceTime'] === 'offWork'
      ? atShanghai(graceDay, parameters['shift.end'])
      : endOfDay(graceDay)
  return { due: endOfDay(lastDay), grace }
}

export type MonthlyPeriod = Period<'monthly'> & { workdays: readonly PlainDate[] }

export function monthlyPeriod(month: string, calendar: WorkCalendar, parameters: Parameters): MonthlyPeriod {
  const onDate = lastDayOfMonth(month)
  return {
    ...{ kind: 'monthly', key: month, subject: monthlySubject(month) },
    ...{ onDate, opensOn: lastWorkingDayOnOrBefore(calendar, onDate) },
    workdays: workingDaysIn(calendar, firstDayOfMonth(month), onDate),
    ...monthlyDeadlines(month, calendar, parameters),
  }
}

/** 五.3.3)①, §1B-16: owed by who was there on at least five working days and still is on the last. */
export function monthlyDuty(
  { workdays }: MonthlyPeriod,
  person: Employment,
  absences: readonly Absence[],
  parameters: Parameters,
): Duty {
  const last = workdays.at(-1)
  const outside = last === undefined ? null : outsideEmployment(last, person)
  if (outside) return noDuty(outside)
  const wanted = parameters['report.minWorkedDaysForMonthly']
  const employed = workdays.filter((day) => day >= startOf(person))
  if (employed.length < wanted)
    return noDuty({ text: `当月在岗不满 ${wanted} 个工作日，不填月报。`, clause: '五.3.3)①' })
  const worked = employed.filter((day) => !onFullLeave(day, absences))
  if (worked.length < wanted) return freedByLeave(`当月请假，在岗不满 ${wanted} 个工作日，免填月报。`)
  return owes({ text: '当月必须填写。', clause: '五.3.3)①' }, ...tripFreesNot(employed, absences))
}
