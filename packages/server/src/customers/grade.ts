import { type Grade, changeGrade as judge, type TradeStatus } from '@zhuowei/domain/customers/grade.ts'
import { notify } from '../notifications/notify.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Allowed, customerFor, refuseStale } from './find.ts'
import { getCustomer } from './queries.ts'

interface NewGrade {
  to: Grade
  reason: string
  /** Left out where the person did not look at the record while deciding (a visit, a selection of rows). */
  version?: number
}

const day = 24 * 60 * 60 * 1000
/** G23: more than one change in 30 days is pointed out to the manager. */
const watched = 30 * day

/** 六.1.2)①: the owner changes the grade with a reason; it stays 未体现 until a work report carries it, and the manager is told. */
export async function changeGrade(work: Writing, id: string, change: NewGrade): Promise<void> {
  const row = await customerFor(work, id, 'changeGrade')
  if (change.version !== undefined) {
    await refuseStale(row, { ...change, version: change.version }, () => getCustomer(work, id))
  }
  const reasons = objections(row, change)
  if (reasons.length > 0) {
    throw new Refusal('invalid_input', {
      errors: reasons.map(({ text, clause }) => ({
        path: clause === '六.1.2)②' ? 'reason' : 'to',
        message: text,
      })),
      facts: { reasons },
    })
  }
  await writeGrade(work, row, change)
}

/** Why the rules of 六.1.1) and 六.1.2) refuse the change; empty when they allow it. */
export function objections(row: { grade: string; tradeStatus: string }, { to, reason }: NewGrade) {
  // Check constraints customers_grade_known and customers_trade_known.
  const verdict = judge({ from: row.grade as Grade, to, trade: row.tradeStatus as TradeStatus, reason })
  return verdict.ok ? [] : verdict.reasons
}

/** The change itself, once it is allowed; trade and bulk commands use it too. */
export async function writeGrade(
  work: Writing,
  row: Allowed<'changeGrade'> | Allowed<'markTraded'>,
  { to, reason }: NewGrade,
): Promise<void> {
  const { db, actor, now } = work
  await db
    .updateTable('customers')
    .set({ grade: to, gradeSince: now, version: row.version + 1, updatedAt: now, updatedBy: actor.id })
    .where('id', '=', row.id)
    .execute()
  await db
    .insertInto('gradeChanges')
    .values({
      id: newId(),
      divisionId: row.divisionId,
      customerId: row.id,
      fromGrade: row.grade,
      toGrade: to,
      reason,
      changedBy: actor.id,
      changedAt: now,
      ownerId: row.ownerId,
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'customer.grade_changed',
    subjectType: 'customer',
    subjectId: row.id,
    divisionId: row.divisionId,
    customerId: row.id,
    summary: `客户等级由 ${row.grade} 级改为 ${to} 级`,
    before: { grade: row.grade },
    after: { grade: to },
    reason,
  })
  await tellManager(work, row, to, reason)
}

async function tellManager(
  { db, actor, now }: Writing,
  row: { id: string; name: string; grade: string; divisionId: string },
  to: Grade,
  reason: string,
): Promise<void> {
  const managers = await db
    .selectFrom('people')
    .select('id')
    .where('divisionId', '=', row.divisionId)
    .where('role', '=', 'dm')
    .where('leavingDate', 'is', null)
    .where('id', '<>', actor.id)
    .execute()
  if (managers.length === 0) return
  const { recent } = await db
    .selectFrom('gradeChanges')
    .select((change) => change.fn.countAll<number>().as('recent'))
    .where('customerId', '=', row.id)
    .where('changedAt', '>', new Date(now.getTime() - watched))
    .executeTakeFirstOrThrow()
  await notify(
    db,
    {
      personIds: managers.map((manager) => manager.id),
      kind: 'grade',
      title: `${actor.name}把${row.name}由 ${row.grade} 级改为 ${to} 级`,
      body: recent > 1 ? `${reason}（30 天内第 ${recent} 次调整）` : reason,
      link: `/customers/${row.id}?tab=grades`,
    },
    now,
  )
}
