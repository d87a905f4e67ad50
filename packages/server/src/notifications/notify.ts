import { queueDeliveries } from '../channels/outbox.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { newId } from '../platform/ids.ts'
import { publishAll } from '../platform/live/live.ts'

export interface NewNotification {
  personIds: readonly string[]
  /** What it is about, for the icon and for switching it off: `reminder`, `comment`, `calendar`… */
  kind: string
  title: string
  body?: string | null
  /** The page where the person can act on it. */
  link?: string | null
  /** The same person never gets two notifications with the same key, whichever server sends them. */
  dedupeKey?: string | null
  /** When it is over; afterwards it is not sent to anybody outside the application. */
  until?: Date | null
  /** It names nobody and concerns the whole division: the groups whose manager wants this kind read its title, too. */
  forGroup?: true
}

/** Tells people something, here and by the channels that they have chosen; returns those who had not been told yet. */
export function notify(db: Database | Trx, notification: NewNotification, now: Date): Promise<string[]> {
  const told = [...new Set(notification.personIds)].sort() // no query’s chance order decides which id is whose
  if (told.length === 0) return Promise.resolve([])
  return inTransaction(db, (trx) => tell(trx, told, notification, now))
}

async function tell(
  trx: Trx,
  told: readonly string[],
  { kind, title, body = null, link = null, dedupeKey = null, until = null, forGroup }: NewNotification,
  now: Date,
): Promise<string[]> {
  const added = await trx
    .insertInto('notifications')
    .values(
      told.map((personId) => ({ id: newId(), personId, kind, title, body, link, dedupeKey, createdAt: now })),
    )
    .onConflict((conflict) => conflict.constraint('notifications_dedupe').doNothing())
    .returning(['id', 'personId'])
    .execute()
  if (added.length > 0) await queueDeliveries(trx, added, { kind, until, dedupeKey, forGroup }, now)
  const reached = added.map((row) => row.personId)
  await publishAll(
    trx,
    reached.map((personId) => ({ kind: 'notification', personId })),
  )
  return reached
}
