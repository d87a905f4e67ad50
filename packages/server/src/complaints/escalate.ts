import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { newId } from '../platform/ids.ts'
import { generalManagers, managersOf, recordOnTimeline, tell } from './telling.ts'

/** 升级: a clock ran out, so 总经理 is told, and the manager with him. The row is locked, so that of two servers one does it. */
export function escalateOverdue(db: Database | Trx, now: Date): Promise<void> {
  return inTransaction(db, async (trx) => {
    const late = await trx
      .selectFrom('complaints')
      .selectAll()
      .where('state', '<>', 'closed')
      .where('escalatedAt', 'is', null)
      .where(sql<boolean>`least(response_due_at, solution_due_at) <= ${now}`)
      .where((row) =>
        row.or([
          row.and([row('respondedAt', 'is', null), row('responseDueAt', '<=', now)]),
          row.and([row('resolvedAt', 'is', null), row('solutionDueAt', '<=', now)]),
        ]),
      )
      .orderBy('createdAt')
      .limit(100)
      .forUpdate()
      .skipLocked()
      .execute()
    for (const complaint of late) {
      const reason = reasonOf(complaint, now)
      if (reason) await escalate(trx, complaint, reason, now)
    }
  })
}

interface Clocks {
  responseDueAt: Date
  respondedAt: Date | null
  solutionDueAt: Date
  resolvedAt: Date | null
}

function reasonOf({ responseDueAt, respondedAt, solutionDueAt, resolvedAt }: Clocks, now: Date) {
  if (!respondedAt && !isMet(responseDueAt, now)) return '超过首次回应期限'
  if (!resolvedAt && !isMet(solutionDueAt, now)) return '超过解决期限'
  return null
}

interface Late {
  id: string
  number: string
  divisionId: string
  customerId: string | null
  forGm: boolean
}

async function escalate(db: Trx, complaint: Late, reason: string, now: Date): Promise<void> {
  const { id, number, forGm } = complaint
  await db
    .updateTable('complaints')
    .set({ escalatedAt: now, updatedAt: now, updatedBy: null, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
  await db
    .insertInto('complaintEntries')
    .values({ id: newId(), complaintId: id, kind: 'escalation', body: reason, at: now, byId: null })
    .execute()
  await recordOnTimeline(
    { db, actor: null, now },
    complaint,
    'escalated',
    `投诉 ${number} ${reason}${forGm ? '' : '，升级'}`,
  )
  const told = forGm
    ? await generalManagers(db)
    : [...(await generalManagers(db)), ...(await managersOf(db, complaint))]
  // What was 总经理's from the start cannot go up to him.
  await tell({ db, now }, told, id, `投诉 ${number} ${reason}${forGm ? '' : '，已升级到总经理'}`)
}
