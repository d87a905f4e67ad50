import type { Database, Trx } from '../platform/db/connect.ts'
import { publish } from '../platform/live/live.ts'

/** What a person was asked to do is done: reminders of it stop counting as unread. */
export async function settleNotifications(
  db: Database | Trx,
  { personId, link, kinds }: { personId: string; link: string; kinds: readonly string[] },
  now: Date,
): Promise<void> {
  const settled = await db
    .updateTable('notifications')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .where('link', '=', link)
    .where('kind', 'in', kinds)
    .returning('id')
    .execute()
  if (settled.length > 0) await publish(db, { kind: 'notification', personId })
}
