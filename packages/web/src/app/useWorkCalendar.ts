import { useQuery } from '@tanstack/react-query'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { makeCalendar, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { useMemo } from 'react'
import { useNow } from '../ui/clock.ts'
import { read } from './client.ts'

const forDays = { staleTime: 60 * 60_000, gcTime: 24 * 60 * 60_000 }

/** The division's working days of this year and the next; until they are here, and without a network, the ones that we ship. */
export function useWorkCalendar(): WorkCalendar {
  const year = Number(shanghaiDate(useNow()).slice(0, 4))
  const thisYear = useQuery({ ...read('calendar', 'year', { params: { year } }), ...forDays }).data
  const nextYear = useQuery({ ...read('calendar', 'year', { params: { year: year + 1 } }), ...forDays }).data
  return useMemo(
    () =>
      makeCalendar([
        ...(thisYear?.days ?? calendarYear(year)),
        ...(nextYear?.days ?? calendarYear(year + 1)),
      ]),
    [thisYear, nextYear, year],
  )
}
