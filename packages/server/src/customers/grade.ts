import { type Grade, changeGrade as judge, type TradeStatus } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import { recordEvents } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Allowed, type CustomerRow, customerFor, refuseStale } from './find.ts'
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
  await writeGrades(work, [row], change)
}

/** Why the rules of 六.1.1) and 六.1.2) refuse the change; empty when they allow it. */
export function objections(row: { grade: string; tradeStatus: string }, { to, reason }: NewGrade) {
  // Check constraints customers_grade_known and customers_trade_known.
  const verdict = judge({ from: row.grade as Grade, to, trade: row.tradeStatus as TradeStatus, reason })
  return verdict.ok ? [] : verdict.reasons
}

/** The change itself, once it is allowed; trade and bulk commands use it too. */
export async function writeGrades(
  work: Writing,
  rows: readonly (Allowed<'changeGrade'> | Allowed<'markTraded'>)[],
  { to, reason }: NewGrade,
): Promise<void> {
  const { db, actor, now } = work
  if (rows.length === 0) return
  await db
    .updateTable('customers')
    .set({ grade: to, gradeSince: now, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  await keepHistory(work, rows, to, reason)
  await recordEvents(
    db,
    actor,
    now,
    rows.map((row) => ({
      verb: 'customer.grade_changed',
      subjectType: 'customer',
      subjectId: row.id,
      divisionId: row.divisionId,
      customerId: row.id,
      summary: `客户等级由 ${row.grade} 级改为 ${to} 级`,
      before: { grade: row.grade },
      after: { grade: to },
      reason,
    })),
  )
  for (const [divisionId, changed] of Map.groupBy(rows, (row) => row.divisionId))
    await tellManager(work, divisionId, changed, to, reason)
}

/** One row each, in statements of a thousand. */
async function keepHistory(
  { db, actor, now }: Writing,
  rows: readonly CustomerRow[],
  to: Grade,
  reason: string,
): Promise<void> {
  const changes = rows.map((row) => ({
    id: newId(),
    divisionId: row.divisionId,
    customerId: row.id,
    fromGrade: row.grade,
    toGrade: to,
    reason,
    changedBy: actor.id,
    changedAt: now,
    ownerId: row.ownerId,
  }))
  for (let start = 0; start < changes.length; start += 1000) {
    await db
      .insertInto('gradeChanges')
      .values(changes.slice(start, start + 1000))
      .execute()
  }
}

async function tellManager(
  { db, actor, now }: Writing,
  divisionId: string,
  rows: readonly CustomerRow[],
  to: Grade,
  reason: string,
): Promise<void> {
  const managers = await db
    .selectFrom('people')
    .select('id')
    .where('divisionId', '=', divisionId)
    .where('role', '=', 'dm')
    .where('leavingDate', 'is', null)
    .where('id', '<>', actor.id)
    .execute()
  const [row] = rows
  if (managers.length === 0 || !row) return
  const told = { personIds: managers.map((manager) => manager.id), kind: 'grade' }
  if (rows.length > 1) {
    const title = `${actor.name}把${rows.length} 家客户改为 ${to} 级`
    await notify(db, { ...told, title, body: reason, link: '/customers/grade-changes' }, now)
    return
  }
  const { recent } = await db
    .selectFrom('gradeChanges')
    .select((change) => change.fn.countAll<number>().as('recent'))
    .where('customerId', '=', row.id)
    .where('changedAt', '>', new Date(now.getTime() - watched))
    .executeTakeFirstOrThrow()
  await notify(
    db,
    {
      ...told,
      title: `${actor.name}把${row.name}由 ${row.grade} 级改为 ${to} 级`,
      body: recent > 1 ? `${reason}（30 天内第 ${recent} 次调整）` : reason,
      link: `/customers/${row.id}?tab=grades`,
    },
    now,
  )
}
