import { monthOf, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { customerFor } from '../customers/find.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { refuseStale } from '../platform/refuse-stale.ts'
import { currentForm, getForm } from './form.ts'

/** 六.3.2)② 本月无变化: looked through, nothing to change; the form is current again. Twice in a month changes nothing. */
export async function confirmUnchanged(work: Writing, id: string, version: number): Promise<void> {
  const { db, actor, now } = work
  const customer = await customerFor(work, id, 'edit')
  const held = await currentForm(db, id)
  await refuseStale(held.version, { version }, () => getForm(work, id))
  const today = shanghaiDate(now)
  const written = await db
    .insertInto('feedbackConfirmations')
    .values({
      customerId: id,
      divisionId: customer.divisionId,
      month: monthOf(today),
      version,
      confirmedAt: now,
      confirmedBy: actor.id,
    })
    .onConflict((conflict) => conflict.columns(['customerId', 'month']).doNothing())
    .returning('month')
    .executeTakeFirst()
  if (!written) return
  await db.updateTable('customers').set({ formCurrentOn: today }).where('id', '=', id).execute()
  await recordEvent(db, actor, now, {
    verb: 'feedback.confirmed',
    subjectType: 'feedback',
    subjectId: id,
    divisionId: customer.divisionId,
    customerId: id,
    summary: '核对了客户信息反馈表：本月无变化',
  })
}

/**
 * Takes 本月无变化 back while its month lasts: the form is again as current as its versions and the confirmations of earlier months
 * say. What the month's end has frozen stays. Again changes nothing.
 */
export async function withdrawConfirmation(work: Writing, id: string): Promise<void> {
  const { db, actor, now } = work
  const customer = await customerFor(work, id, 'edit')
  const withdrawn = await db
    .deleteFrom('feedbackConfirmations')
    .where('customerId', '=', id)
    .where('month', '=', monthOf(shanghaiDate(now)))
    .returning('month')
    .executeTakeFirst()
  if (!withdrawn) return
  await sql`
    update customers set form_current_on = (
      select max(seen.at at time zone 'Asia/Shanghai')::date
      from (
        select saved_at as at from feedback_versions where customer_id = ${id}
        union all select confirmed_at from feedback_confirmations where customer_id = ${id}
      ) seen
    ) where id = ${id}`.execute(db)
  await recordEvent(db, actor, now, {
    verb: 'feedback.confirmation_withdrawn',
    subjectType: 'feedback',
    subjectId: id,
    divisionId: customer.divisionId,
    customerId: id,
    summary: '撤销了客户信息反馈表的“本月无变化”',
  })
}
