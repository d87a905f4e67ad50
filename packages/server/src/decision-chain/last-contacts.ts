import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'

interface LastContact {
  on: PlainDate
  by: { id: string; name: string }
}

/** 六.4.4) for each person the last visit or call in which he was met. */
export async function lastContacts(
  db: Database | Trx,
  customerId: string,
): Promise<Map<string, LastContact>> {
  const { rows } = await sql<{ contactId: string; on: PlainDate; id: string; name: string }>`
    select distinct on (met.contact_id) met.contact_id, a.happened_on as on, p.id, p.name
    from activities a
    cross join unnest(a.contact_ids) as met (contact_id)
    join people p on p.id = a.author_id
    where a.customer_id = ${customerId} and a.deleted_at is null
    order by met.contact_id, a.happened_at desc, a.id desc`.execute(db)
  return new Map(rows.map(({ contactId, on, id, name }) => [contactId, { on, by: { id, name } }]))
}
