import type { Returned } from '@zhuowei/contract/kernel.ts'
import { countedTo } from '@zhuowei/contract/limits.ts'
import type { navigationApi } from '@zhuowei/contract/navigation.ts'
import { sql } from 'kysely'
import { waitingFor } from '../approvals/access.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { handsReportsTo } from '../reports/access.ts'
import { handedTo } from '../reports/stream.ts'

/** The numbers beside the navigation, in one query: every page of everybody asks for them. */
export async function navigationCounts(reading: Reading): Promise<Returned<typeof navigationApi.counts>> {
  const { db, actor, now } = reading
  const leads = handsReportsTo(actor).length > 0
  const { unread, owed, inGrace, waiting } = await db
    .selectFrom(ownOpen(reading).as('open'))
    .select((open) => [
      open.fn.countAll<number>().as('owed'),
      open.fn.countAll<number>().filterWhere('open.dueAt', '<', now).as('inGrace'),
      waitingApprovals(reading).as('waiting'),
      leads ? unreadReports(reading).as('unread') : sql<number>`0`.as('unread'),
    ])
    .executeTakeFirstOrThrow()
  return {
    reports: { unread: Number(unread), owed: Number(owed), inGrace: Number(inGrace) },
    approvals: { waiting: Number(waiting) },
  }
}

/** Own reports that can still be filed as such, and are asked for. */
function ownOpen({ db, actor, now }: Reading) {
  return (
    db
      .selectFrom('obligations')
      .select((row) => row.fn.min('dueAt').as('dueAt'))
      .where('personId', '=', actor.id)
      .where('opensAt', '<=', now)
      .where('closesAt', '>=', now)
      .where(stateNow(now), '=', 'pending')
      // Both halves of a week are one report to write.
      .groupBy(
        sql`case when kind in ('weekly_summary', 'weekly_plan') then opens_at::text else kind || period_key end`,
      )
  )
}

function unreadReports(reading: Reading) {
  return reading.db
    .selectFrom(handedTo(reading, 'unread').select('reports.id').limit(countedTo).as('some'))
    .select((some) => some.fn.countAll<number>().as('count'))
    .$asScalar()
}

function waitingApprovals({ db, actor, now }: Reading) {
  return db
    .selectFrom(waitingFor(db, actor, now).distinct().limit(countedTo).as('asked'))
    .select((asked) => asked.fn.countAll<number>().as('count'))
    .$asScalar()
}
