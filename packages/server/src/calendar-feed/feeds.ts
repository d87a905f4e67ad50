import { createHash, randomBytes } from 'node:crypto'
import type { CalendarFeed } from '@zhuowei/contract/calendar-feed.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'

type Feed = OnServer<CalendarFeed>

export async function ownFeed({ db, actor }: Reading): Promise<Feed | null> {
  const row = await db
    .selectFrom('calendarFeeds')
    .select(['busyOnly', 'createdAt', 'lastReadAt'])
    .where('personId', '=', actor.id)
    .executeTakeFirst()
  return row ?? null
}

/** A new secret in place of the old one: whoever had the old address reads nothing from now on. Shown this once, kept only as its hash. */
export async function makeFeed(work: Writing): Promise<{ feed: Feed; path: string }> {
  const { db, actor, now } = work
  const token = randomBytes(32).toString('base64url')
  const fresh = {
    ...{ tokenHash: hashOf(token), createdAt: now, lastReadAt: null, windowFrom: now, windowReads: 0 },
  }
  const feed = await db
    .insertInto('calendarFeeds')
    .values({ personId: actor.id, busyOnly: false, ...fresh })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(fresh))
    .returning(['busyOnly', 'createdAt', 'lastReadAt'])
    .executeTakeFirstOrThrow()
  await record(work, 'channel.feed_made', '生成了日历订阅地址')
  return { feed, path: `/api/calendar/${token}.ics` }
}

export async function changeFeed(work: Writing, busyOnly: boolean): Promise<Feed | null> {
  const changed = await work.db
    .updateTable('calendarFeeds')
    .set({ busyOnly })
    .where('personId', '=', work.actor.id)
    .returning('personId')
    .executeTakeFirst()
  if (!changed) throw notFound()
  return ownFeed(work)
}

export async function revokeFeed(work: Writing): Promise<void> {
  const removed = await work.db
    .deleteFrom('calendarFeeds')
    .where('personId', '=', work.actor.id)
    .returning('personId')
    .executeTakeFirst()
  if (removed) await record(work, 'channel.feed_revoked', '停用了日历订阅地址')
}

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

function record({ db, actor, now }: Writing, verb: string, summary: string): Promise<string> {
  const { id, divisionId } = actor
  return recordEvent(db, actor, now, {
    verb,
    subjectType: 'calendar_feed',
    subjectId: id,
    divisionId,
    summary,
  })
}
