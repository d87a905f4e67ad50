import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { recordMeetingEvent } from './telling.ts'

/** 四.1.1)① how much a person still owes from meetings. */
export function openActionItemsCount(db: Database | Trx, personId: string) {
  return db
    .selectFrom('actionItems')
    .select(sql<number>`count(*)::int`.as('actionItems'))
    .where('ownerId', '=', personId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
}

/** What a leaver still owes from meetings gets its next owner, and the history of each meeting says so. */
export async function handOverActionItems(
  work: Writing,
  leaver: { id: string; name: string },
  to: { id: string; name: string },
): Promise<number> {
  const { db, actor, now } = work
  const items = await db
    .updateTable('actionItems')
    .from('meetings')
    .whereRef('meetings.id', '=', 'actionItems.meetingId')
    .set({ ownerId: to.id, version: sql`action_items.version + 1`, updatedAt: now, updatedBy: actor.id })
    .where('actionItems.ownerId', '=', leaver.id)
    .where('actionItems.closedAt', 'is', null)
    .returning(['meetings.id', 'meetings.divisionId', 'meetings.number'])
    .execute()
  const meetings = Map.groupBy(items, ({ id }) => id)
  for (const [first, ...more] of meetings.values())
    if (first)
      await recordMeetingEvent(work, first, {
        verb: 'meeting.action_item_changed',
        summary: `${leaver.name}离职，${first.number} 的 ${more.length + 1} 项遗留问题改由${to.name}负责`,
      })
  return items.length
}
