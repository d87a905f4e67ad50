import type { CalendarDay } from './working-days.ts'

/**
 * The festivals of the statute (放假办法) with the days, month-day, on which they can fall. The lunar ones move; 中秋节 may also fall
 * into the week of 国庆节, where only its name tells it.
 */
const festivals = [
  { name: '元旦', from: '01-01', to: '01-01' },
  { name: '春节', from: '01-20', to: '02-22' },
  { name: '清明节', from: '04-03', to: '04-06' },
  { name: '劳动节', from: '05-01', to: '05-01' },
  { name: '端午节', from: '05-26', to: '06-26' },
  { name: '中秋节', from: '09-06', to: '09-30' },
  { name: '国庆节', from: '10-01', to: '10-01' },
] as const

/** Festivals of the year for which a list of its days names no day off: such a list is only a part of the notice. */
export function missingFestivals(
  days: readonly Pick<CalendarDay, 'date' | 'type' | 'name'>[],
  year: number,
): string[] {
  const off = days.filter(({ date, type }) => type === 'holiday' && date.startsWith(`${year}-`))
  return festivals
    .filter(({ name, from, to }) => {
      const word = name.replace(/节$/, '')
      return !off.some((day) => {
        const monthDay = day.date.slice(5)
        return day.name.includes(word) || (from <= monthDay && monthDay <= to)
      })
    })
    .map(({ name }) => name)
}
