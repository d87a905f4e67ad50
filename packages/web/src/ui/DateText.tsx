import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateTimeWithWeekday, dateWithWeekday, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { useNow } from './clock.ts'

/** An instant: 11-20 周五 17:05 inside this year, otherwise with the year; the full form in the tooltip. */
export function InstantText({ at }: { at: Date | string }) {
  const today = shanghaiDate(useNow())
  const instant = new Date(at)
  const date = shanghaiDate(instant)
  return (
    <time dateTime={instant.toISOString()} title={dateTimeWithWeekday(instant)}>
      {shortDate(date, today)} {shanghaiTime(instant)}
    </time>
  )
}

/** A business date: 11-20 周五 inside this year, otherwise with the year; `full` always has it. */
export function DateText({ date, full = false }: { date: string; full?: boolean }) {
  const today = shanghaiDate(useNow())
  return (
    <time dateTime={date} title={dateWithWeekday(date)}>
      {full ? dateWithWeekday(date) : shortDate(date, today)}
    </time>
  )
}
