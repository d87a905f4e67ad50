import { atShanghai, endOfDay } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'

/** What the draft of a day would be written from, in numbers: “2 次拜访、1 家新客户”. */
export async function dayCounts(
  { db, actor }: Reading,
  dates: readonly string[],
): Promise<Map<string, string>> {
  const [first, last] = [dates.toSorted()[0], dates.toSorted().at(-1)]
  if (!first || !last) return new Map()
  const [from, to] = [atShanghai(first, '00:00'), endOfDay(last)]
  // By ranges with both ends, which the planner expects to be short whatever the values are: one plan for every day.
  const { rows } = await sql<{ date: string; visits: number; customers: number; changes: number }>`
    with made as (
      select a.happened_on as day, 'visit' as what from activities a
        where a.division_id = ${actor.divisionId} and a.happened_at >= ${from} and a.happened_at <= ${to}
        and (a.author_id = ${actor.id} or ${actor.id} = any(a.visitor_ids)) and a.deleted_at is null
      union all
      select c.created_at::date, 'customer' from customers c
        where c.division_id = ${actor.divisionId} and c.created_by = ${actor.id}
        and c.created_at >= ${from} and c.created_at <= ${to} and c.import_id is null and c.deleted_at is null),
    changed as (
      select g.changed_at::date as day from grade_changes g where g.division_id = ${actor.divisionId}
        and g.owner_id = ${actor.id} and g.reflected_in_report_id is null)
    select day.day::text as date,
      (select count(*)::int from made where made.day = day.day and made.what = 'visit') as visits,
      (select count(*)::int from made where made.day = day.day and made.what = 'customer') as customers,
      (select count(*)::int from changed where changed.day <= day.day) as changes
    from unnest(${dates}::date[]) as day (day)`.execute(db)
  return new Map(rows.map((row) => [row.date, wording(row)]))
}

function wording({
  visits,
  customers,
  changes,
}: {
  visits: number
  customers: number
  changes: number
}): string {
  return [
    visits > 0 && `${visits} 次拜访`,
    customers > 0 && `${customers} 家新客户`,
    changes > 0 && `${changes} 次等级变化`,
  ]
    .filter(Boolean)
    .join('、')
}
