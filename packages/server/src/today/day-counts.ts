import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'

/** What the draft of a day would be written from, in numbers: “2 次拜访、1 家新客户”. */
export async function dayCounts(
  { db, actor }: Reading,
  dates: readonly string[],
): Promise<Map<string, string>> {
  if (dates.length === 0) return new Map()
  const { rows } = await sql<{ date: string; visits: number; customers: number; changes: number }>`
    select day::text as date,
      (select count(*)::int from activities a where a.division_id = ${actor.divisionId} and a.happened_on = day
        and (a.author_id = ${actor.id} or ${actor.id} = any(a.visitor_ids)) and a.deleted_at is null) as visits,
      (select count(*)::int from customers c where c.division_id = ${actor.divisionId} and c.created_by = ${actor.id}
        and c.created_at >= day and c.created_at < day + 1 and c.import_id is null and c.deleted_at is null) as customers,
      (select count(*)::int from grade_changes g where g.division_id = ${actor.divisionId} and g.owner_id = ${actor.id}
        and g.reflected_in_report_id is null and g.changed_at < day + 1) as changes
    from unnest(${dates}::date[]) as day`.execute(db)
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
