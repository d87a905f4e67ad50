import type { CustomerSelection } from '@zhuowei/contract/bulk.ts'
import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import { CompiledQuery, sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { forbidden, invalid, notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { type CustomerAct, may, refusalOf } from './access.ts'
import { type Allowed, allow, type CustomerRow } from './find.ts'
import { type Ask, closenessOf, matchingConditions } from './matching.ts'
import { visibleCustomers } from './scope.ts'
import { SqlValues } from './sql-values.ts'

export type Choosing = Writing & { secrets: Secrets }

interface Chosen<Act extends CustomerAct> {
  rows: Allowed<Act>[]
  outcome: Pick<BulkOutcome, 'changed' | 'skipped'>
}

/**
 * Finds the rows that a command is about, locks them unless it only looks, and divides them into those that may change and those that are left alone with their reason.
 * Nothing that the person sees → 404, nothing that is allowed → 403.
 */
export async function chosenFor<Act extends CustomerAct>(
  work: Choosing,
  selection: CustomerSelection,
  act: Act,
  objection: (row: CustomerRow) => string | null,
  mode: 'locked' | 'looking',
): Promise<Chosen<Act>> {
  const { actor } = work
  const rows = await rowsOf(work, selection.ids ?? (await matchingIds(work, selection.matching ?? {})), mode)
  if (rows.length === 0) throw notFound()
  if (!rows.some((row) => may[act](actor, row))) throw forbidden(refusalOf[act])
  const kept: Allowed<Act>[] = []
  const skipped: Left[] = []
  for (const row of rows) {
    const reason = may[act](actor, row) ? objection(row) : refusalOf[act]
    if (reason === null) kept.push(allow(actor, act, row))
    else skipped.push({ id: row.id, name: row.name, reason })
  }
  return { rows: kept, outcome: { changed: kept.length, skipped: tellSkipped(skipped) } }
}

/** So many rows one command may change; it stays one transaction of a few seconds. */
const most = 10_000
const mostNamed = 20

interface Left {
  id: string
  name: string
  reason: string
}

/** By reason, with the first of them by name. */
export function tellSkipped(rows: readonly Left[]): BulkOutcome['skipped'] {
  const groups = Map.groupBy(rows, ({ reason }) => reason)
  return [...groups].map(([reason, left]) => ({ reason, count: left.length, customers: named(left) }))
}

export const named = (rows: readonly { id: string; name: string }[]) =>
  rows.slice(0, mostNamed).map(({ id, name }) => ({ id, name }))

/** Everything that fits the filter now, for this person. */
export async function matchingIds(
  { db, actor, now, secrets }: Choosing,
  filters: NonNullable<CustomerSelection['matching']>,
): Promise<string[]> {
  const asking = { actor, now, secrets }
  const ask = inTransaction(db)
  const values = new SqlValues()
  const conditions = matchingConditions(asking, filters, await closenessOf(ask, asking, filters), values)
  const found = await ask<{ id: string }>(
    `select c.id from customers c where ${conditions.join(' and ')} limit ${most + 1}`,
    values.list,
  )
  if (found.length > most) throw invalid('matching', '符合条件的超过 10,000 家，请先缩小范围')
  return found.map(({ id }) => id)
}

const inTransaction =
  (db: Trx): Ask =>
  async <Row>(text: string, values: unknown[]) => {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, values))
    return rows
  }

function rowsOf(
  { db, actor }: Writing,
  ids: readonly string[],
  mode: 'locked' | 'looking',
): Promise<CustomerRow[]> {
  return db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where(sql<boolean>`customers.id = any(${[...new Set(ids)]}::uuid[])`)
    .selectAll()
    .orderBy('id') // always in one order, so that two selections cannot wait for each other
    .$if(mode === 'locked', (query) => query.forUpdate())
    .execute()
}
