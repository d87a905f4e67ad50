/** A calendar day without time, 'YYYY-MM-DD', always meant in Asia/Shanghai. */
export type PlainDate = string

const dayMs = 86_400_000
// China has used UTC+8 without daylight saving since 1991, so a fixed offset is exact.
const shanghaiOffsetMs = 8 * 3_600_000

export function isPlainDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return plain(utcMidnight(date) + days * dayMs)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / dayMs
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(date: PlainDate): Weekday {
  // getUTCDay is 0–6 with Sunday 0; the expression yields exactly 1–7.
  return (((new Date(utcMidnight(date)).getUTCDay() + 6) % 7) + 1) as Weekday
}

export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** ISO week with its own week-year: 2027-01-01 still lies in week 53 of 2026. */
export function isoWeekOf(date: PlainDate): { year: number; week: number } {
  const thursday = addDays(mondayOf(date), 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 }
}

/** 'YYYY-MM'. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7)
}

export function firstDayOfMonth(month: string): PlainDate {
  return `${month}-01`
}

export function lastDayOfMonth(month: string): PlainDate {
  const [year, number] = month.split('-').map(Number)
  return plain(Date.UTC(year ?? 0, number ?? 0, 0))
}

/** The instant of a wall-clock time 'HH:mm' on a day in Shanghai. */
export function atShanghai(date: PlainDate, time: string): Date {
  return new Date(`${date}T${time}:00+08:00`)
}

/** 24:00 of the day, which is 00:00 of the next. */
export function endOfDay(date: PlainDate): Date {
  return atShanghai(addDays(date, 1), '00:00')
}

export function shanghaiDate(instant: Date): PlainDate {
  return plain(instant.getTime() + shanghaiOffsetMs)
}

/** 'HH:mm' on the Shanghai clock. */
export function shanghaiTime(instant: Date): string {
  return shanghaiTimeWithSeconds(instant).slice(0, 5)
}

/** 'HH:mm:ss', for the rare place where the last minute decides. */
export function shanghaiTimeWithSeconds(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(11, 19)
}

function utcMidnight(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function plain(utcMs: number): PlainDate {
  return new Date(utcMs).toISOString().slice(0, 10)
}
