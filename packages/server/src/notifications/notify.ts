import type { Database, Trx } from '../platform/db/connect.ts'
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
}

/** Tells people something; returns those who had not been told yet. */
export async function notify(
  db: Database | Trx,
  { personIds, kind, title, body = null, link = null, dedupeKey = null }: NewNotification,
  now: Date,
): Promise<string[]> {
  const told = [...new Set(personIds)]
  if (told.length === 0) return []
  const added = await db
    .insertInto('notifications')
    .values(
      told.map((personId) => ({ id: newId(), personId, kind, title, body, link, dedupeKey, createdAt: now })),
    )
    .onConflict((conflict) => conflict.constraint('notifications_dedupe').doNothing())
    .returning('personId')
    .execute()
  const reached = added.map((row) => row.personId)
  await publishAll(
    db,
    reached.map((personId) => ({ kind: 'notification', personId })),
  )
  return reached
}
