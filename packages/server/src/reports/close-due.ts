import type { DraftContent } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { notify } from '../notifications/notify.ts'
import { closePeriods } from '../obligations/close.ts'
import { findObligationById } from '../obligations/ledger.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { fileReport } from './file-report.ts'
import { parseLines } from './lines.ts'

/** At each deadline: complete drafts file themselves, then what is over is frozen. Repeating it changes nothing. */
export async function closeDue(db: Database, now: Date): Promise<{ filed: number; closed: number }> {
  const filed = await fileCompleteDrafts(db, now)
  const closed = await db.transaction().execute((trx) => closePeriods(trx, now))
  return { filed, closed }
}

/** §1B: saving is filling in the prescribed flow, so a draft that was complete at its deadline counts from then on. */
async function fileCompleteDrafts(db: Database, now: Date): Promise<number> {
  const due = await db
    .selectFrom('obligations')
    .select(['id'])
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .orderBy('filesAt')
    .execute()
  let filed = 0
  for (const { id } of due) {
    if (await db.transaction().execute((trx) => fileDraft(trx, id, now))) filed++
  }
  return filed
}

async function fileDraft(trx: Trx, obligationId: string, now: Date): Promise<boolean> {
  const held = await trx
    .selectFrom('obligations')
    .select(['filesAt', 'filesAs', 'reportId', 'personId', 'onDate'])
    .where('id', '=', obligationId)
    .where('state', '=', 'pending')
    .where('filesAt', '<=', now)
    .forUpdate()
    .skipLocked() // another server is filing it, or its author has just submitted
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
  const obligation = await findObligationById(trx, obligationId, held.filesAt)
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
