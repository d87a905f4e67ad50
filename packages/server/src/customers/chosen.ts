import type { BulkOutcome } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomerSelection } from '@zhuowei/contract/customers.ts'
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
  outcome: BulkOutcome
}

/**
 * Locks the rows that a command is about and divides them into those that may change and those that are left alone with their reason.
 * Nothing that the person sees → 404, nothing that is allowed → 403.
 */
export async function chosenFor<Act extends CustomerAct>(
  work: Choosing,
  selection: CustomerSelection,
  act: Act,
  objection: (row: CustomerRow) => string | null,
): Promise<Chosen<Act>> {
  const { actor } = work
  const rows = await lockedRows(work, selection.ids ?? (await matchingIds(work, selection.matching ?? {})))
  if (rows.length === 0) throw notFound()
  if (!rows.some((row) => may[act](actor, row))) throw forbidden(refusalOf[act])
  const kept: Allowed<Act>[] = []
  const skipped = new Map<string, CustomerRow[]>()
  for (const row of rows) {
    const reason = may[act](actor, row) ? objection(row) : refusalOf[act]
    if (reason === null) kept.push(allow(actor, act, row))
    else skipped.set(reason, [...(skipped.get(reason) ?? []), row])
  }
  return { rows: kept, outcome: { changed: kept.length, skipped: [...skipped].map(told) } }
}

/** So many rows one command may change; it stays one transaction of a few seconds. */
const most = 10_000
const named = 20

const told = ([reason, rows]: [string, CustomerRow[]]): BulkOutcome['skipped'][number] => ({
  reason,
  count: rows.length,
  customers: rows.slice(0, named).map(({ id, name }) => ({ id, name })),
})

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

function lockedRows({ db, actor }: Writing, ids: readonly string[]): Promise<CustomerRow[]> {
  return db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where(sql<boolean>`customers.id = any(${[...new Set(ids)]}::uuid[])`)
    .selectAll()
    .orderBy('id') // always in one order, so that two selections cannot wait for each other
    .forUpdate()
    .execute()
}
