import { sql } from 'kysely'
import { refreshSearchRow } from '../customers/refresh-search.ts'
import type { Trx } from '../platform/db/connect.ts'

/** What a customer's row repeats of the rows that hang on it, written anew after some came or went. */
export async function settleCustomer(db: Trx, id: string): Promise<void> {
  await sql`
    update customers c set
      last_activity_at = coalesce(last.happened_at, c.created_at), last_activity_kind = last.kind,
      next_step = promised.next_step, next_step_on = promised.next_on,
      form_completeness = coalesce(form.completeness, 0), form_current_on = form.current_on
    from (select) as one
      left join lateral (select happened_at, kind from activities
        where customer_id = ${id} and deleted_at is null order by happened_at desc, id desc limit 1) last on true
      left join lateral (select next_step, next_on from activities
        where customer_id = ${id} and deleted_at is null and next_step is not null and next_done_at is null
        order by happened_at desc, id desc limit 1) promised on true
      left join lateral (select v.completeness, greatest(
          (v.saved_at at time zone 'Asia/Shanghai')::date,
          (select max(confirmed_at at time zone 'Asia/Shanghai')::date from feedback_confirmations where customer_id = ${id})
        ) as current_on
        from feedback_versions v where v.customer_id = ${id} order by v.version desc limit 1) form on true
    where c.id = ${id}`.execute(db)
  await refreshSearchRow(db, id)
}
