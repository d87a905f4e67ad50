import { addDays, daysBetween, type PlainDate } from '../calendar/dates.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { codesOf } from '../codes.ts'
import type { Grade } from '../customers/grade.ts'

export const formStateLabel = {
  awaited: '待填',
  overdue: '到期未填',
  partial: '完整度不足',
  fresh: '有效',
  stale: '该更新了',
} as const
export type FormState = keyof typeof formStateLabel
export const formStates = codesOf(formStateLabel)

export interface FormFacts {
  /** The day on which the customer was entered. */
  enteredOn: PlainDate
  grade: Grade
  completeness: number
  /** The last version or 本月无变化; null while there is no form. */
  currentOn: PlainDate | null
}

export interface FormStanding {
  state: FormState
  /** The last day for the first version, or for the next update. */
  dueOn: PlainDate
  /** Per cent. */
  freshness: number
  /** Completeness × freshness in per cent, which the appraisal reads (六.3.2)②). */
  score: number
}

/** 六.3.2)①② how the form of a customer stands on a day. */
export function formStanding(
  { enteredOn, grade, completeness, currentOn }: FormFacts,
  today: PlainDate,
  parameters: Parameters,
  calendar: WorkCalendar,
): FormStanding {
  if (currentOn === null) {
    const dueOn = firstVersionDue(enteredOn, parameters, calendar)
    return { state: today > dueOn ? 'overdue' : 'awaited', dueOn, freshness: 0, score: 0 }
  }
  const interval = freshDays(grade, parameters)
  const dueOn = addDays(currentOn, interval)
  const freshness = freshnessOf(daysBetween(currentOn, today), interval)
  return {
    state: today > dueOn ? 'stale' : isEnough(completeness, parameters) ? 'fresh' : 'partial',
    dueOn,
    freshness,
    score: Math.round((completeness * freshness) / 100),
  }
}

/** 六.4.2) what counts as a form when one asks whether the relationship stands. */
const isEnough = (completeness: number, parameters: Parameters) =>
  completeness >= parameters['relation.builtFormPercent']

/** G24: a customer is entered with five fields; the form has ten working days. */
export const firstVersionDue = (enteredOn: PlainDate, parameters: Parameters, calendar: WorkCalendar) =>
  addWorkingDays(calendar, enteredOn, parameters['form.firstVersionWD'])

/** The last day of entry whose first version is due by this day. */
export function enteredForDue(dueBy: PlainDate, parameters: Parameters, calendar: WorkCalendar): PlainDate {
  let day = dueBy
  for (let lacking = parameters['form.firstVersionWD']; lacking > 0; day = addDays(day, -1))
    if (calendar.isWorkingDay(day)) lacking--
  return day
}

/** 六.3.2)②, parameters form.*: how long the form of a grade stays fresh. */
export function freshDays(grade: Grade, parameters: Parameters): number {
  return parameters[`form.freshDays${grade}`]
}

/** Whole within the interval; after it falling evenly, to nothing at twice the interval. */
function freshnessOf(age: number, interval: number): number {
  if (age <= interval) return 100
  return Math.max(0, Math.round(100 - ((age - interval) / interval) * 100))
}
