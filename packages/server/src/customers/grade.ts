import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ClauseId } from '@zhuowei/domain/clauses/regulation-text.ts'
import { type Grade, changeGrade as judge, type TradeStatus } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import { loadRules } from '../obligations/rules.ts'
import { recordEvents } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Allowed, type CustomerRow, customerFor, refuseStale } from './find.ts'
import { getCustomer } from './queries.ts'

interface NewGrade {
  to: Grade
  reason: string
  /** 六.1.1)④ 资源说明; null leaves what the customer has. */
  resources: string | null
  /** Left out where the person did not look at the record while deciding (a visit, a selection of rows). */
  version?: number
}

const day = 24 * 60 * 60 * 1000

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
        path: fieldOf[clause] ?? 'to',
        message: text,
      })),
      facts: { reasons },
    })
  }
  await writeGrades(work, [row], change)
}

/** Why the rules of 六.1.1) and 六.1.2) refuse the change; empty when they allow it. */
export function objections(row: Judged, { to, reason, resources }: NewGrade) {
  const verdict = judge({
    from: row.grade as Grade, // check constraint customers_grade_known
    trade: row.tradeStatus as TradeStatus, // check constraint customers_trade_known
    to,
    reason,
    resources: resources ?? row.resources ?? '',
  })
  return verdict.ok ? [] : verdict.reasons
}

type Judged = Pick<CustomerRow, 'grade' | 'tradeStatus' | 'resources'>
const fieldOf: Partial<Record<ClauseId, string>> = { '六.1.2)②': 'reason', '六.1.1)④': 'resources' }

/** The change itself, once it is allowed; trade and bulk commands use it too. */
export async function writeGrades(
  work: Writing,
  rows: readonly (Allowed<'changeGrade'> | Allowed<'markTraded'>)[],
  change: NewGrade,
): Promise<void> {
  const { db, actor, now } = work
  const { to, reason, resources } = change
  if (rows.length === 0) return
  await db
    .updateTable('customers')
    .set({ grade: to, gradeSince: now, version: sql`version + 1`, updatedAt: now, updatedBy: actor.id })
    .$if(resources !== null, (update) => update.set({ resources }))
    .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute()
  await keepHistory(work, rows, change)
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
  { to, reason, resources }: NewGrade,
): Promise<void> {
  const changes = rows.map((row) => ({
    id: newId(),
    divisionId: row.divisionId,
    customerId: row.id,
    fromGrade: row.grade,
    toGrade: to,
    reason,
    resources: to === 'A' ? (resources ?? row.resources) : null,
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
  const { parameters } = await loadRules(db, divisionId, shanghaiDate(now))
  const days = parameters['grade.frequentChangeDays']
  const { recent } = await db
    .selectFrom('gradeChanges')
    .select((change) => change.fn.countAll<number>().as('recent'))
    .where('customerId', '=', row.id)
    .where('changedAt', '>', new Date(now.getTime() - days * day))
    .executeTakeFirstOrThrow()
  await notify(
    db,
    {
      ...told,
      title: `${actor.name}把${row.name}由 ${row.grade} 级改为 ${to} 级`,
      body: recent > 1 ? `${reason}（${days} 天内第 ${recent} 次调整）` : reason,
      link: `/customers/${row.id}?tab=grades`,
    },
    now,
  )
}
