import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type CalendarEvent, icalendar } from '@zhuowei/domain/calendar/icalendar.ts'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../platform/db/connect.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import type { Entry } from '../team-calendar/entries.ts'
import { aheadOf } from '../team-calendar/own.ts'
import { hashOf } from './feeds.ts'
import { ownerOf } from './owner.ts'

const hour = 3_600_000
const readsAnHour = 60
const daysBack = 31
const daysAhead = 92

/**
 * What a calendar program gets under a secret address. It sees what its owner would see now: a leaver's address answers as if there had
 * never been one, and while his 保密承诺 is due it says only that he is busy.
 */
export async function readFeed(
  services: Services,
  token: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { db, clock, env } = services
  const now = clock.now()
  if (!/^[\w-]{43}$/.test(token)) throw notFound()
  const feed = await countRead(db, hashOf(token), now)
  if (!feed) throw notFound()
  const owner = await ownerOf(db, feed.personId, now)
  if (!owner) throw notFound()
  if (feed.windowReads > readsAnHour)
    throw new Refusal('too_many_requests', { params: { retryAfterSeconds: hour / 1000 } })
  const today = shanghaiDate(now)
  const span = { from: addDays(today, -daysBack), to: addDays(today, daysAhead) }
  const entries = await aheadOf({ db, actor: owner, now }, span)
  const busyOnly = feed.busyOnly || owner.confidentialityDue
  const events = busyOnly
    ? entries.filter(({ busy }) => busy).map((entry) => eventOf(veiled(entry), null))
    : entries.map((entry) => eventOf(entry, env.publicUrl ?? null))
  return reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('x-robots-tag', 'noindex')
    .send(icalendar(`卓维 ${owner.name}`, events))
}

/** One statement counts and finds, on whichever server the program asks. */
function countRead(db: Database, tokenHash: string, now: Date) {
  const begins = new Date(now.getTime() - hour)
  return db
    .updateTable('calendarFeeds')
    .set({
      lastReadAt: now,
      windowFrom: sql`case when window_from <= ${begins} then ${now} else window_from end`,
      windowReads: sql`case when window_from <= ${begins} then 1 else window_reads + 1 end`,
    })
    .where('tokenHash', '=', tokenHash)
    .returning(['personId', 'busyOnly', 'windowReads'])
    .executeTakeFirst()
}

const veiled = (entry: Entry): Entry => ({ ...entry, title: '忙', place: null, link: null })

function eventOf(entry: Entry, baseUrl: string | null): CalendarEvent {
  const { key, title, changedAt, revision, busy, place, link, from, to, at, until } = entry
  const common = {
    uid: `${key.replace(':', '-')}@zhuowei`,
    ...{ title, changedAt, revision, busy, place },
    url: link && baseUrl ? `${baseUrl}${link}` : null,
  }
  if (!at) return { ...common, from, to }
  return { ...common, startsAt: at, endsAt: until ?? new Date(at.getTime() + hour) }
}
