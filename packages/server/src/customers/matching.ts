import type { CustomerFilters } from '@zhuowei/contract/customer-shapes.ts'
import type pg from 'pg'
import { type Asking, facetConditions, scopeCondition, searchCondition } from './conditions.ts'
import { leftOutCondition } from './left-out.ts'
import { SqlValues } from './sql-values.ts'
import { whereCondition } from './where.ts'

/** Runs a hand-written statement, on the pool or inside a transaction. */
export type Ask = <Row>(text: string, values: unknown[]) => Promise<Row[]>

export const onPool =
  (pool: pg.Pool): Ask =>
  async <Row>(text: string, values: unknown[]) => {
    const { rows } = await pool.query(text, values)
    return rows as Row[] // what the statement selects
  }

/** Whether the words are compared as typed, or also with characters left out (云澈电厂 for 云澈热电厂). */
export type Closeness = 'exact' | 'leftOut'

/** The rows that a list with these filters shows; the facets stand apart, because the summary counts without one of them each time. */
export function baseConditions(
  asking: Asking,
  filters: CustomerFilters,
  closeness: Closeness,
  values: SqlValues,
): string[] {
  return [
    scopeCondition(asking.actor, filters, values),
    ...(filters.parentId ? [`c.parent_id = ${values.add(filters.parentId)}::uuid`] : []),
    ...(filters.where ? [whereCondition(filters.where, asking, values)] : []),
    ...(filters.q ? [wordsCondition(filters.q, asking, closeness, values)] : []),
  ]
}

export function matchingConditions(
  asking: Asking,
  filters: CustomerFilters,
  closeness: Closeness,
  values: SqlValues,
): string[] {
  const facets = Object.values(facetConditions(filters, asking.now, values))
  return [
    ...baseConditions(asking, filters, closeness, values),
    ...facets.filter((condition) => condition !== undefined),
  ]
}

/**
 * Characters may be left out only where nothing in the whole scope fits the words as typed. The filters have no say in it, so that rows,
 * numbers and pages agree, and nobody learns from it what lies outside the own scope.
 */
export async function closenessOf(
  ask: Ask,
  asking: Asking,
  { q }: Pick<CustomerFilters, 'q'>,
): Promise<Closeness> {
  if (!q || leftOutCondition(q, new SqlValues()) === null) return 'exact'
  const values = new SqlValues()
  const conditions = baseConditions(asking, { q }, 'exact', values)
  const [row] = await ask<{ some: boolean }>(
    `select exists (select from customers c where ${conditions.join(' and ')}) as some`,
    values.list,
  )
  return row?.some ? 'exact' : 'leftOut'
}

function wordsCondition(q: string, asking: Asking, closeness: Closeness, values: SqlValues): string {
  const leftOut = closeness === 'leftOut' ? leftOutCondition(q, values) : null
  return leftOut ?? searchCondition(q, asking, values)
}
