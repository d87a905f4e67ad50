import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { managersOf, recordOnTimeline, tell } from './telling.ts'

export async function openComplaintsOf(db: Database | Trx, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('complaints')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('assigneeId', '=', personId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return count
}

/**
 * What a leaver was handling goes back to whoever dispatches it, never silently to the successor of his customers: that may be the
 * one complained of, who sees a complaint only when it is dispatched to him (六.5.1)). The clocks run on.
 */
export async function returnComplaintsOf(work: Writing, leaver: { id: string; name: string }): Promise<void> {
  const { db, actor, now } = work
  const open = await db
    .selectFrom('complaints')
    .selectAll()
    .where('assigneeId', '=', leaver.id)
    .where('state', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute()
  for (const complaint of open) {
    const { id, number } = complaint
    const state = complaint.state === 'callback' ? 'callback' : 'notified'
    await db
      .updateTable('complaints')
      .set({ state, assigneeId: null, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
      .where('id', '=', id)
      .execute()
    const body = `处理人${leaver.name}离职，退回派单`
    await db
      .insertInto('complaintEntries')
      .values({ id: newId(), complaintId: id, kind: 'dispatch', body, at: now, byId: actor.id })
      .execute()
    await recordOnTimeline(work, complaint, 'returned', `投诉 ${number} 退回派单`)
    const managers = (await managersOf(db, complaint)).filter((person) => person !== leaver.id)
    await tell(work, managers, id, `投诉 ${number} 的处理人离职，请重新派单`)
  }
}
