import { addDays, daysBetween, type PlainDate } from '../calendar/dates.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { Grade } from './grade.ts'

type Frequency = Pick<Parameters, 'visit.perMonthA' | 'visit.perMonthB' | 'visit.perQuarterC'>

/** 六.4.1) how many days may pass between two contacts: an A customer twice a month is every fifteen days. */
export function visitInterval(grade: Grade, parameters: Frequency): number {
  const days: Record<Grade, number> = {
    A: 30 / parameters['visit.perMonthA'],
    B: 30 / parameters['visit.perMonthB'],
    C: 90 / parameters['visit.perQuarterC'],
  }
  return Math.floor(days[grade])
}

/** 六.4.1) the last day for the next contact, and how many days it is past; a customer nobody has seen counts from its entry. */
export function dueVisit(
  { grade, lastOn }: { grade: Grade; lastOn: PlainDate },
  today: PlainDate,
  parameters: Frequency,
): { dueOn: PlainDate; daysOver: number } {
  const dueOn = addDays(lastOn, visitInterval(grade, parameters))
  return { dueOn, daysOver: Math.max(0, daysBetween(dueOn, today)) }
}
