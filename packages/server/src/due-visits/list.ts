import type { DueVisit, DueVisitQuery } from '@zhuowei/contract/due-visits.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dueVisit } from '@zhuowei/domain/customers/due-visit.ts'
import { sql } from 'kysely'
import { may } from '../customers/access.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { followedCustomers } from './access.ts'
import { type Interval, intervalsOf } from './intervals.ts'

/** 六.4.1) who was left alone for longer than the grade allows, the longest overdue first; each grade is one look into its index. */
export async function listDueVisits(reading: Reading, query: DueVisitQuery) {
  const wanted = (await intervalsOf(reading)).filter(({ grade }) => query.grade?.includes(grade) ?? true)
  const [first, ...others] = wanted.map((interval) =>
    reading.db.selectFrom(overdue(reading, interval, query).as('one')).selectAll(),
  )
  if (!first) return { items: [], next: null }
  const rows = await reading.db
    .selectFrom(others.reduce((all, one) => all.unionAll(one), first).as('due'))
    .innerJoin('regions', 'regions.id', 'due.regionId')
    .leftJoin('people as owner', 'owner.id', 'due.ownerId')
    .selectAll('due')
    .select(['regions.name as regionName', 'owner.name as ownerName'])
    .orderBy('due.dueAt')
    .orderBy('due.id')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(reading, row, wanted)),
    next: rows.length > query.limit && last ? cursorOf(last.dueAt.toISOString(), last.id) : null,
  }
}

type Row = Awaited<ReturnType<ReturnType<typeof overdue>['execute']>>[number] & {
  regionName: string
  ownerName: string | null
}

function overdue(
  { db, actor }: Reading,
  { divisionId, grade, days, before }: Interval,
  query: DueVisitQuery,
) {
  const dueAt = sql<Date>`customers.last_activity_at + ${days} * interval '1 day'`
  const [at, id] = query.cursor ? readCursor(query.cursor, 2) : []
  const owners = query.ownerId?.filter((one) => one !== 'none') ?? []
  return followedCustomers(db, actor)
    .select([
      'customers.id',
      'customers.number',
      'customers.name',
      'customers.divisionId',
      'customers.regionId',
    ])
    .select(['customers.ownerId', 'customers.lastActivityAt', 'customers.lastActivityKind'])
    .select(['customers.plannedVisitOn', sql.lit(grade).as('grade'), dueAt.as('dueAt')])
    .where('customers.divisionId', '=', divisionId)
    .where('customers.grade', '=', grade)
    .where('customers.lastActivityAt', '<', before)
    .$if(query.regionId !== undefined, (rows) => rows.where('customers.regionId', 'in', query.regionId ?? []))
    .$if(query.ownerId !== undefined, (rows) =>
      rows.where((row) =>
        row.or([
          ...(owners.length > 0 ? [row('customers.ownerId', 'in', owners)] : []),
          ...(query.ownerId?.includes('none') ? [row('customers.ownerId', 'is', null)] : []),
        ]),
      ),
    )
    .$if(at !== undefined, (rows) =>
      rows
        .where(sql<boolean>`customers.last_activity_at >= ${at}::timestamptz - ${days} * interval '1 day'`)
        .where(sql<boolean>`(${dueAt}, customers.id) > (${at}::timestamptz, ${id}::uuid)`),
    )
    .orderBy('customers.lastActivityAt')
    .orderBy('customers.id')
    .limit(query.limit + 1)
}

function present({ actor, now }: Reading, row: Row, intervals: readonly Interval[]): OnServer<DueVisit> {
  const interval = intervals.find((one) => one.divisionId === row.divisionId && one.grade === row.grade)
  if (!interval) throw new Error(`no interval for ${row.id}, which one of them found`)
  const lastOn = shanghaiDate(row.lastActivityAt)
  return {
    ...{ id: row.id, number: row.number, name: row.name, grade: row.grade, regionName: row.regionName },
    owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
    lastActivityAt: row.lastActivityAt,
    neverSeen: row.lastActivityKind === null,
    ...dueVisit({ grade: row.grade, lastOn }, shanghaiDate(now), interval.parameters),
    plannedOn: row.plannedVisitOn,
    can: { plan: may.logVisit(actor, row) },
  }
}
