import type { DraftContent } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { notify } from '../notifications/notify.ts'
import { lockLedger } from '../obligations/generate.ts'
import { findObligationById } from '../obligations/ledger.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { fileReport } from './file-report.ts'
import { parseLines } from './lines.ts'

/**
 * §1B: saving is filling in the prescribed flow, so a draft that was complete at its deadline counts from then on. The ledger counts
 * it as filed at once, the next run files it up to a minute later; whoever opens or decides about it in between files it first, so
 * that no report counts and is not there. Says whether it filed one.
 */
export async function fileIfDue(
  db: Database | Trx,
  { id, divisionId, filesAt }: { id: string; divisionId: string; filesAt: Date | null },
  now: Date,
): Promise<boolean> {
  if (!filesAt || filesAt > now) return false
  return inTransaction(db, async (trx) => {
    await lockLedger(trx, divisionId, 'shared')
    return fileHeld(trx, id, now)
  })
}

/** The same for a report of which only the number is known. */
export async function fileReportIfDue(db: Database | Trx, reportId: string, now: Date): Promise<boolean> {
  const due = await db
    .selectFrom('obligations')
    .select(['id', 'divisionId', 'filesAt'])
    .where('reportId', '=', reportId)
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .executeTakeFirst()
  return due ? fileIfDue(db, due, now) : false
}

async function fileHeld(trx: Trx, id: string, now: Date): Promise<boolean> {
  const held = await trx
    .selectFrom('obligations')
    .select(['filesAt', 'filesAs', 'reportId', 'personId', 'onDate'])
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .forUpdate()
    .executeTakeFirst()
  if (!held?.filesAt || !held.reportId) return false
  const row = await trx
    .selectFrom('reports')
    .selectAll()
    .where('id', '=', held.reportId)
    .where('submittedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return false
  const report = {
    ...row,
    date: row.periodKey,
    description: parseLines(row.description),
    result: parseLines(row.result),
    specialReasonKind: row.specialReasonKind as DraftContent['specialReasonKind'], // written from the contract's enum
    ...(held.filesAs === 'on_time' ? { specialReasonKind: null, specialReason: null } : {}),
  }
  const obligation = await findObligationById(trx, id, held.filesAt)
  await fileReport(trx, report, obligation ?? null, { at: held.filesAt, automatic: true })
  await notify(
    trx,
    {
      personIds: [held.personId],
      kind: 'filed_itself',
      title: `${shortDate(held.onDate, shanghaiDate(now))}日报已自动提交`,
      body: `草稿在截止时已填完整，计为${stateLabel[held.filesAs === 'on_time' ? 'on_time' : 'excused_late']}。`,
      link: `/reports/${row.id}`,
      dedupeKey: `filed-itself:daily:${held.onDate}`,
    },
    now,
  )
  return true
}
