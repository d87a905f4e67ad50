import {
  type CalendarDay,
  type DaySource,
  type DayType,
  makeCalendar,
  type WorkCalendar,
} from '@zhuowei/domain/calendar/working-days.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The working calendar of all years. Only days that differ from an ordinary week are read: some thirty a year. */
export async function loadCalendar(db: Database | Trx): Promise<WorkCalendar> {
  const weekend = sql<boolean>`extract(isodow from date) > 5`
  const rows = await selectDays(db)
    .where((day) =>
      day.or([
        day('type', 'in', ['holiday', 'makeup']),
        day.and([day('type', '=', 'working'), weekend]),
        day.and([day('type', '=', 'rest'), day.not(weekend)]),
      ]),
    )
    .execute()
  return makeCalendar(rows.map(toCalendarDay))
}

export function selectDays(db: Database | Trx) {
  return db.selectFrom('calendarDays').select(['date', 'type', 'name', 'source', 'version'])
}

type Row = { date: string; type: string; name: string | null; source: string }

export function toCalendarDay({ date, type, name, source }: Row): CalendarDay {
  // The constraints calendar_days_type_known and calendar_days_source_known hold the same words.
  return { date, type: type as DayType, name: name ?? '', source: source as DaySource }
}
