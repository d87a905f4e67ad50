import type { Query, Returned } from '@zhuowei/contract/kernel.ts'
import { type notificationsApi, unreadCountedTo } from '@zhuowei/contract/notifications.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'

type List = typeof notificationsApi.list

/** The person's own notifications, newest first. */
export async function listNotifications(
  { db, actor }: Reading,
  { unread, cursor, limit }: Query<List>,
): Promise<Returned<List>> {
  let query = ownNotifications(db, actor.id)
    .select(['id', 'kind', 'title', 'body', 'link', 'createdAt', 'readAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (unread === 'true') query = query.where('readAt', 'is', null)
  if (cursor) {
    const [createdAt, id] = readCursor(cursor, 2)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('createdAt', 'id'), '<', tuple(sql<Date>`${createdAt}::timestamptz`, id)),
    )
  }
  const rows = await query.execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return {
    items,
    next: last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
    unread: await countUnread(db, actor.id),
  }
}

/** Counts no further than the bell shows. */
export async function countUnread(db: Database | Trx, personId: string): Promise<number> {
  const { unread } = await db
    .selectFrom(
      ownNotifications(db, personId)
        .select('id')
        .where('readAt', 'is', null)
        .limit(unreadCountedTo)
        .as('unread'),
    )
    .select((count) => count.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  return unread
}

/** The only way to notifications: one's own. */
export function ownNotifications(db: Database | Trx, personId: string) {
  return db.selectFrom('notifications').where('personId', '=', personId)
}
