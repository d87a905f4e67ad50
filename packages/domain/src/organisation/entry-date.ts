import type { PlainDate } from '../calendar/dates.ts'

const longestService = 50

/** What is wrong with a day of entry: a slip of the year would reckon duties and service from a day that cannot be meant. */
export function entryDateProblem(entryDate: PlainDate, today: PlainDate): string | null {
  if (entryDate < yearsFrom(today, -longestService))
    return `入职日期不会早于 ${yearsFrom(today, -longestService)}，请核对年份`
  if (entryDate > yearsFrom(today, 1)) return `入职日期最晚填到 ${yearsFrom(today, 1)}，请核对年份`
  return null
}

const yearsFrom = (date: PlainDate, years: number): PlainDate =>
  `${Number(date.slice(0, 4)) + years}${date.slice(4).replace('-02-29', '-02-28')}`
