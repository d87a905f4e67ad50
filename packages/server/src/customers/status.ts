import { type AccountStatus, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { sql } from 'kysely'
import { recordEvents } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import type { Allowed } from './find.ts'

/** The status of customers that may be edited; used where only the status changes. */
export async function writeStatuses(
  { db, actor, now }: Writing,
  rows: readonly Allowed<'edit'>[],
  to: AccountStatus,
): Promise<void> {
  await db
    .updateTable('customers')
    .set({ status: to, statusSince: now, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  await recordEvents(
    db,
    actor,
    now,
    rows.map((row) => ({
      verb: 'customer.status_changed',
      subjectType: 'customer',
      subjectId: row.id,
      divisionId: row.divisionId,
      customerId: row.id,
      // Check constraint customers_status_known.
      summary: `客户状态由${accountStatusLabel[row.status as AccountStatus]}改为${accountStatusLabel[to]}`,
      before: { status: row.status },
      after: { status: to },
    })),
  )
}
