import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { notify } from '../notifications/notify.ts'
import { lockLedger } from '../obligations/generate.ts'
import { findObligationById } from '../obligations/ledger.ts'
import { dutyName } from '../obligations/names.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { fileReport } from './file-report.ts'
import { filingOf } from './halves.ts'
import { parseLines } from './lines.ts'
import { slotOf } from './slots.ts'
import { parseSupport } from './support.ts'

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

/** The same for a report of which only the number is known; a weekly one may have two parts to file. */
export async function fileReportIfDue(db: Database | Trx, reportId: string, now: Date): Promise<boolean> {
  const due = await db
    .selectFrom('obligations')
    .select(['id', 'divisionId', 'filesAt'])
    .where('reportId', '=', reportId)
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .orderBy('filesAt')
    .execute()
  let filed = false
  for (const row of due) filed = (await fileIfDue(db, row, now)) || filed
  return filed
}

async function fileHeld(trx: Trx, id: string, now: Date): Promise<boolean> {
  const held = await trx
    .selectFrom('obligations')
    .select(['filesAt', 'filesAs', 'reportId', 'personId', 'divisionId', 'periodKey', 'subject', 'onDate'])
    .select((row) => row.ref('kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .forUpdate()
    .executeTakeFirst()
  if (!held?.filesAt || !held.reportId) return false
  const { kind, filesAt } = held
  const row = await trx
    .selectFrom('reports')
    .selectAll()
    .where('id', '=', held.reportId)
    .forUpdate()
    .executeTakeFirst()
  const filing = row && filingOf(kind, row)
  if (!row || filing?.submittedAt) return false
  const slot = await slotOf(trx, { ...held, key: held.periodKey })
  const inTime = held.filesAs === 'on_time'
  const report = {
    id: row.id,
    version: row.version,
    description: parseLines(row.description),
    result: parseLines(row.result),
    issue: row.issue,
    support: parseSupport(row.support),
    specialReasonKind: inTime ? null : (filing?.specialReasonKind ?? null),
    specialReason: inTime ? null : (filing?.specialReason ?? null),
  }
  const obligation = await findObligationById(trx, id, filesAt)
  await fileReport(trx, slot, report, obligation ?? null, { at: filesAt, automatic: true })
  await notify(
    trx,
    {
      personIds: [held.personId],
      kind: 'filed_itself',
      title: `${dutyName(held, shanghaiDate(now))}已自动提交`,
      body: `草稿在截止时已填完整，计为${stateLabel[inTime ? 'on_time' : 'excused_late']}。`,
      link: `/reports/${row.id}`,
      dedupeKey: `filed-itself:${kind}:${held.periodKey}`,
    },
    now,
  )
  return true
}
