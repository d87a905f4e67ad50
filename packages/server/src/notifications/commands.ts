import type { Writing } from '../platform/http/implement.ts'
import { publish } from '../platform/live/live.ts'
import { notFound } from '../platform/refusal.ts'
import { countUnread, ownNotifications } from './queries.ts'

/** Reading is no act of the business and leaves no event; a second time changes nothing. */
export async function markRead({ db, actor, now }: Writing, id: string): Promise<{ unread: number }> {
  const mine = await ownNotifications(db, actor.id).select('id').where('id', '=', id).executeTakeFirst()
  if (!mine) throw notFound()
  await db
    .updateTable('notifications')
    .set({ readAt: now })
    .where('id', '=', id)
    .where('readAt', 'is', null)
    .execute()
  return told({ db, actor, now })
}

/** Only up to the moment that the person has seen, so that what arrives meanwhile stays unread. */
export async function markAllRead({ db, actor, now }: Writing, until: Date): Promise<{ unread: number }> {
  await db
    .updateTable('notifications')
    .set({ readAt: now })
    .where('personId', '=', actor.id)
    .where('readAt', 'is', null)
    .where('createdAt', '<=', until)
    .execute()
  return told({ db, actor, now })
}

/** The person's other windows count again. */
async function told({ db, actor }: Writing): Promise<{ unread: number }> {
  await publish(db, { kind: 'notification', personId: actor.id })
  return { unread: await countUnread(db, actor.id) }
}
