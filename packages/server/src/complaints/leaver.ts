import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { managersOf, recordOnTimeline, tell } from './telling.ts'

/**
 * What a leaver was handling: how much needs a new 派单, and how much is solved and only waits for its callback. What is with 总经理 is
 * not counted: who arranges a departure may be the manager it is about (G20).
 */
export function openComplaintsOf(db: Database | Trx, personId: string) {
  return db
    .selectFrom('complaints')
    .select([
      sql<number>`(count(*) filter (where state <> 'callback'))::int`.as('toDispatch'),
      sql<number>`(count(*) filter (where state = 'callback'))::int`.as('inCallback'),
    ])
    .where('assigneeId', '=', personId)
    .where('state', '<>', 'closed')
    .where('forGm', '=', false)
    .executeTakeFirstOrThrow()
}

interface Returned {
  toDispatch: string[]
  inCallback: string[]
}

/**
 * What a leaver was handling goes back to whoever dispatches it, never silently to the successor of his customers: that may be the
 * one complained of, who sees a complaint only when it is dispatched to him (六.5.1)). The clocks run on; the reply names the numbers, except
 * those of what is with 总经理, who is told himself.
 */
export async function returnComplaintsOf(
  work: Writing,
  leaver: { id: string; name: string },
): Promise<Returned> {
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
    const { id } = complaint
    const { state, kind, entry, event, notice } = returnOf(complaint)
    await db
      .updateTable('complaints')
      .set({ state, assigneeId: null, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
      .where('id', '=', id)
      .execute()
    const body = `处理人${leaver.name}离职，${entry}`
    await db
      .insertInto('complaintEntries')
      .values({ id: newId(), complaintId: id, kind, body, at: now, byId: actor.id })
      .execute()
    await recordOnTimeline(work, complaint, kind, event)
    const managers = (await managersOf(db, complaint)).filter((person) => person !== leaver.id)
    await tell(work, managers, id, notice)
  }
  const numbers = (isAsked: (state: string) => boolean) =>
    open.filter(({ state, forGm }) => !forGm && isAsked(state)).map(({ number }) => number)
  return {
    toDispatch: numbers((state) => state !== 'callback'),
    inCallback: numbers((state) => state === 'callback'),
  }
}

/** 待回访 and 不满意重开 say more than 待派单 and stay. */
function returnOf({ number, state }: { number: string; state: string }) {
  if (state === 'callback')
    return {
      state,
      kind: 'vacated',
      entry: '仍待回访',
      event: `投诉 ${number} 的处理人离职，仍待回访`,
      notice: `投诉 ${number} 的处理人离职，仍待回访`,
    }
  return {
    state: state === 'reopened' ? state : 'notified',
    kind: 'returned',
    entry: '退回派单',
    event: `投诉 ${number} 退回派单`,
    notice: `投诉 ${number} 的处理人离职，请重新派单`,
  }
}
