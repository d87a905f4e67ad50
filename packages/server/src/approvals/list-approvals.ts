import type { ApprovalQuery } from '@zhuowei/contract/approvals.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { copiedTo, handledBy, waitingFor } from './access.ts'
import { presentApprovals, selectApprovals } from './select-approvals.ts'

/** 待我审批、我发起、我处理、抄送我, newest first; the cursor is the instant and id of the last row. */
export async function listApprovals(reading: Reading, query: ApprovalQuery) {
  let rows = listed(reading, query.list)
    .orderBy('submittedAt', 'desc')
    .orderBy('approvals.id', 'desc')
    .limit(query.limit + 1)
  if (query.kind) rows = rows.where('approvals.kind', 'in', query.kind)
  if (query.state) rows = rows.where('approvals.state', 'in', query.state)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    rows = rows.where(
      sql<boolean>`(approvals.submitted_at, approvals.id) < (${at}::timestamptz, ${id}::uuid)`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await presentApprovals(reading, page),
    next: found.length > query.limit && last ? cursorOf(last.submittedAt.toISOString(), last.id) : null,
  }
}

function listed({ db, actor, now }: Reading, list: ApprovalQuery['list']) {
  const rows = selectApprovals(db, actor, now)
  if (list === 'mine') return rows.where('applicantId', '=', actor.id)
  const ids =
    list === 'waiting'
      ? waitingFor(db, actor, now)
      : list === 'handled'
        ? handledBy(db, actor.id)
        : copiedTo(db, actor.id)
  return rows.where('approvals.id', 'in', ids)
}
