import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { calendarYear, knownYears } from '@zhuowei/domain/calendar/official-years.ts'
import type { CalendarDay, DaySource, DayType } from '@zhuowei/domain/calendar/working-days.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'

export type StoredDay = CalendarDay & { version: number }

/** Puts in the years that the product knows, this year and the next; what is entered or corrected here is left alone. */
export async function ensureCalendar(db: Database | Trx, now: Date): Promise<void> {
  const thisYear = Number(shanghaiDate(now).slice(0, 4))
  for (const year of new Set([...knownYears, thisYear, thisYear + 1])) await ensureYear(db, year, now)
}

export async function ensureYear(db: Database | Trx, year: number, now: Date): Promise<void> {
  const stored = await loadYear(db, year)
  const days = calendarYear(year)
  if (stored.length === days.length) return
  await db
    .insertInto('calendarDays')
    .values(days.map((day) => ({ ...day, updatedAt: now })))
    .onConflict((conflict) => conflict.column('date').doNothing())
    .execute()
}

export function loadYear(db: Database | Trx, year: number): Promise<StoredDay[]> {
  return loadDays(db, `${year}-01-01`, `${year}-12-31`)
}

/** Both ends included. */
export async function loadDays(db: Database | Trx, from: PlainDate, to: PlainDate): Promise<StoredDay[]> {
  const rows = await db
    .selectFrom('calendarDays')
    .select(['date', 'type', 'name', 'source', 'version'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .execute()
  return rows.map(({ type, name, source, ...day }) => ({
    ...day,
    type: type as DayType, // calendar_days_type_known
    name: name ?? '',
    source: source as DaySource, // calendar_days_source_known
  }))
}

/** Stored years of which no day is an estimate any more. */
export async function officialYears(db: Database | Trx): Promise<number[]> {
  const rows = await db
    .selectFrom('calendarDays')
    .select(sql<number>`extract(year from date)::int`.as('year'))
    .groupBy(sql`extract(year from date)`)
    .having(sql<boolean>`bool_and(source <> 'estimated') and count(*) >= 365`)
    .orderBy('year')
    .execute()
  return rows.map((row) => row.year)
}

/** Writes whole days, whatever stood there. */
export async function writeDays(
  trx: Trx,
  days: readonly CalendarDay[],
  by: { personId: string; now: Date },
): Promise<void> {
  if (days.length === 0) return
  await trx
    .insertInto('calendarDays')
    .values(days.map((day) => ({ ...day, updatedAt: by.now, updatedBy: by.personId })))
    .onConflict((conflict) =>
      conflict.column('date').doUpdateSet((row) => ({
        type: row.ref('excluded.type'),
        name: row.ref('excluded.name'),
        source: row.ref('excluded.source'),
        updatedAt: row.ref('excluded.updatedAt'),
        updatedBy: row.ref('excluded.updatedBy'),
        version: sql`calendar_days.version + 1`,
      })),
    )
    .execute()
}
