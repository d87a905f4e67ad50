import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  type CalendarDay,
  type DaySource,
  type DayType,
  makeCalendar,
  type WorkCalendar,
} from '@zhuowei/domain/calendar/working-days.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** The working calendar between two dates; outside of them every weekday works, so take the window wide enough. */
export async function loadCalendar(
  db: Database | Trx,
  from: PlainDate,
  to: PlainDate,
): Promise<WorkCalendar> {
  return makeCalendar(await loadDays(db, from, to))
}

/** Both ends included. */
export async function loadDays(db: Database | Trx, from: PlainDate, to: PlainDate): Promise<CalendarDay[]> {
  const rows = await db
    .selectFrom('calendarDays')
    .select(['date', 'name'])
    .select((row) => [
      row.ref('type').$castTo<DayType>().as('type'), // calendar_days_type_known
      row.ref('source').$castTo<DaySource>().as('source'), // calendar_days_source_known
    ])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name ?? '' }))
}
