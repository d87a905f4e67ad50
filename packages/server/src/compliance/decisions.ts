import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { type ReportState, stateLabel, waiverDeadline } from '@zhuowei/domain/reports/timeliness.ts'
import { notify } from '../notifications/notify.ts'
import { announceReports } from '../obligations/announce.ts'
import { givesSpecialReason, standing } from '../obligations/duty.ts'
import { lockLedger } from '../obligations/generate.ts'
import { findObligationById, type LedgerRow } from '../obligations/ledger.ts'
import { editorPath } from '../obligations/names.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { forbidden, notFound, Refusal } from '../platform/refusal.ts'
import { isOwn, maySeeCompliance, mayWaive } from '../reports/access.ts'
import { fileIfDue } from '../reports/file-due.ts'
import { filingOf } from '../reports/halves.ts'

export interface Subject {
  personId: string
  role: Role
  divisionId: string | null
}

/** What may still be decided about an obligation, and until when. */
export async function decisionsOpen(
  { db, actor, now }: Reading,
  row: LedgerRow,
  subject: Subject,
): Promise<Record<'waive' | 'withdrawWaiver' | 'rejectReason' | 'uphold', boolean> & { until: Date }> {
  const { calendar, parameters } = await loadRules(db, row.divisionId, row.onDate)
  const until = waiverDeadline(row.onDate, calendar, parameters)
  const may = mayWaive(actor, subject) && now <= until
  return {
    until,
    waive: may && waivable.has(row.state),
    withdrawWaiver: may && row.state === 'waived',
    rejectReason: may && row.state === 'excused_late',
    uphold: may && upholdable.has(row.state) && row.upheldAt === null && row.reasonRejectedAt === null,
  }
}

const waivable = new Set<ReportState>(['pending', 'missed', 'late_fill'])
const upholdable = new Set<ReportState>(['missed', 'late_fill', 'excused_late'])

/** §1B-17 豁免: takes the report out of the count, with a reason, within the window; audited. */
export async function waiveObligation(writing: Writing, id: string, reason: string): Promise<LedgerRow> {
  const row = await holdForDecision(writing, id)
  if (!waivable.has(row.state)) throw nothingToDecide(`这份汇报是“${stateLabel[row.state]}”，不需要豁免`)
  await writing.db
    .updateTable('obligations')
    .set({
      state: 'waived',
      waivedAt: writing.now,
      waivedBy: writing.actor.id,
      waiveReason: reason,
      filesAt: null,
      filesAs: null,
      updatedAt: writing.now,
    })
    .where('id', '=', id)
    .execute()
  await tell(writing, row, { verb: 'obligation.waived', what: '豁免', reason })
  return row
}

/** The report counts again as it did by what was submitted when. */
export async function withdrawWaiver(writing: Writing, id: string, reason: string): Promise<LedgerRow> {
  const row = await holdForDecision(writing, id)
  if (row.state !== 'waived') throw nothingToDecide('这份汇报没有被豁免')
  await recount(
    writing.db,
    row,
    { waived: false, reasonRejected: row.reasonRejectedAt !== null },
    writing.now,
  )
  await writing.db
    .updateTable('obligations')
    .set({
      ...{ waivedAt: null, waivedBy: null, waiveReason: null },
      // To take it back is to leave it as it counts: it does not wait for a decision again.
      ...{ upheldAt: writing.now, upheldBy: writing.actor.id, upheldWhy: reason },
    })
    .where('id', '=', id)
    .execute()
  await tell(writing, row, { verb: 'obligation.waiver_withdrawn', what: '撤回豁免', reason })
  return row
}

/** §1B-2 理由不成立: the report in the grace period counts as 未填. */
export async function rejectSpecialReason(writing: Writing, id: string, reason: string): Promise<LedgerRow> {
  const row = await holdForDecision(writing, id)
  if (row.state !== 'excused_late')
    throw nothingToDecide(`这份汇报是“${stateLabel[row.state]}”，没有特殊原因可认定`)
  await recount(writing.db, row, { waived: false, reasonRejected: true }, writing.now)
  await writing.db
    .updateTable('obligations')
    .set({ reasonRejectedAt: writing.now, reasonRejectedBy: writing.actor.id, reasonRejectedWhy: reason })
    .where('id', '=', id)
    .execute()
  await tell(writing, row, { verb: 'obligation.reason_rejected', what: '认定特殊原因不成立', reason })
  return row
}

/** §1B-17 维持: the 未填, or the special reason, stays as it counts. The superior has looked at it, so it waits for nobody any more. */
export async function upholdObligation(
  writing: Writing,
  id: string,
  reason: string | null,
): Promise<LedgerRow> {
  const row = await holdForDecision(writing, id)
  if (!upholdable.has(row.state)) throw nothingToDecide(`这份汇报是“${stateLabel[row.state]}”，没有要核对的`)
  if (row.upheldAt !== null) return row
  await writing.db
    .updateTable('obligations')
    .set({ upheldAt: writing.now, upheldBy: writing.actor.id, upheldWhy: reason })
    .where('id', '=', id)
    .execute()
  const holds = row.state === 'excused_late'
  const what = holds ? '认可特殊原因' : '维持未填'
  await tell(writing, row, { verb: 'obligation.upheld', what, reason })
  return row
}

/** Visible first, then allowed, then the window; the row stays locked until the decision stands. */
async function holdForDecision({ db, actor, now }: Writing, id: string): Promise<LedgerRow> {
  const found = await findObligationById(db, id, now)
  const subject = found && (await subjectOf(db, found.personId))
  if (!found || !subject || !maySeeCompliance(actor, subject)) throw notFound()
  if (!mayWaive(actor, subject)) {
    throw forbidden(isOwn(actor, subject) ? '自己的汇报由上级决定' : '职员的汇报由部门经理决定')
  }
  await lockLedger(db, found.divisionId, 'shared')
  await db.selectFrom('obligations').select('id').where('id', '=', id).forUpdate().execute()
  await fileIfDue(db, found, now)
  const row = await findObligationById(db, id, now)
  if (!row) throw notFound()
  const { until } = await decisionsOpen({ db, actor, now }, row, subject)
  if (now > until) {
    const lastDay = deadlineText(until, shanghaiDate(now))
    throw new Refusal('window_closed', { detail: `最后可在 ${lastDay} 前决定，已经过了`, facts: { until } })
  }
  return row
}

export async function subjectOf(
  db: Reading['db'],
  personId: string,
): Promise<(Subject & { name: string }) | undefined> {
  return db
    .selectFrom('people')
    .select(['id as personId', 'name', 'divisionId'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .where('id', '=', personId)
    .executeTakeFirst()
}

async function recount(
  db: Trx,
  row: LedgerRow,
  decisions: { waived: boolean; reasonRejected: boolean },
  now: Date,
): Promise<void> {
  const { parameters } = await loadRules(db, row.divisionId, row.onDate)
  const draft = row.reportId
    ? await db
        .selectFrom('reports')
        .selectAll()
        .where('id', '=', row.reportId)
        .executeTakeFirst()
        .then((report) => report && filingOf(row.kind, report))
    : undefined
  const { state, filing } = standing(
    {
      due: row.dueAt,
      grace: row.graceAt,
      exempt: row.exemption !== null,
      decisions,
      report: row.reportId
        ? {
            id: row.reportId,
            submittedAt: row.filedAt,
            completeSince: draft?.completeSince ?? null,
            specialReason:
              row.specialReason || (!row.filedAt && draft !== undefined && givesSpecialReason(draft)),
          }
        : null,
    },
    parameters,
  )
  // A complete draft is filed by the next run, as it would have been without the waiver.
  const closed = row.closedAt !== null && state === 'pending' && !filing
  await db
    .updateTable('obligations')
    .set({
      state: closed ? 'missed' : state,
      filesAt: closed ? null : (filing?.at ?? null),
      filesAs: closed ? null : (filing?.as ?? null),
      updatedAt: now,
    })
    .where('id', '=', row.id)
    .execute()
}

async function tell(
  { db, actor, now }: Writing,
  row: LedgerRow,
  { verb, what, reason }: { verb: string; what: string; reason: string | null },
): Promise<void> {
  await recordEvent(db, actor, now, {
    verb,
    subjectType: 'obligation',
    subjectId: row.id,
    divisionId: row.divisionId,
    summary: `${what}：${recordName(row)}`,
    before: { state: row.state },
    reason,
  })
  await notify(
    db,
    {
      personIds: [row.personId],
      kind: 'decision',
      title: `${actor.name}${what}：${row.kind === 'daily' ? `${row.onDate.slice(5)} 日报` : row.subject}`,
      body: reason,
      link: editorPath(row),
    },
    now,
  )
  await announceReports(db, row.divisionId, [row.personId])
}

const recordName = ({ kind, onDate, subject }: LedgerRow) => (kind === 'daily' ? `${onDate} 日报` : subject)

const nothingToDecide = (detail: string) => new Refusal('nothing_to_decide', { detail })
