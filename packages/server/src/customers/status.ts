import { type AccountStatus, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import type { Allowed } from './find.ts'

/** The status of a customer that may be edited; used where only the status changes. */
export async function writeStatus(
  { db, actor, now }: Writing,
  row: Allowed<'edit'>,
  to: AccountStatus,
): Promise<void> {
  await db
    .updateTable('customers')
    .set({ status: to, statusSince: now, version: row.version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', row.id)
    .execute()
  const before = accountStatusLabel[row.status as AccountStatus] // check constraint customers_status_known
  await recordEvent(db, actor, now, {
    verb: 'customer.status_changed',
    subjectType: 'customer',
    subjectId: row.id,
    divisionId: row.divisionId,
    customerId: row.id,
    summary: `客户状态由${before}改为${accountStatusLabel[to]}`,
    before: { status: row.status },
    after: { status: to },
  })
}
