import { sql } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import { type Moving, moving } from './hanging.ts'

/** Rows that went over, with the customer they came from; kept in `customer_merges.moved`. */
export interface Moved {
  table: string
  column: string
  from: string
  keys: string[][]
  /** Of these, the ones that carried the flag of which a customer has one. */
  flagged: string[][]
}

/** Everything that hangs on one customer goes over to another, in one statement for each table. */
export async function moveHanging(db: Trx, from: string, to: string): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const one of moving) {
    const { table, column } = one
    const flagged = one.single ? await flaggedRows(db, one, one.single, from) : []
    const { rows } = await sql<{ key: string[] }>`
      update ${sql.table(table)} t set ${sql.ref(column)} = ${to}${one.single ? yieldFlag(one, one.single, to) : sql``}
      where ${ofCustomer(one)} and ${at(column)} = ${from} ${table === 'customers' ? sql`and t.id <> ${to}` : sql``} ${withoutOwn(one, to)}
      returning ${keyOf(one)} as key`.execute(db)
    if (rows.length > 0) moved.push({ table, column, from, keys: rows.map(({ key }) => key), flagged })
  }
  return moved
}

/** Takes back exactly those rows; what was added since stays where it is, and what is gone is gone. */
export async function moveBack(db: Trx, moved: readonly Moved[], from: string): Promise<void> {
  for (const { table, column, from: home, keys, flagged } of moved.toReversed()) {
    const one = moving.find((entry) => entry.table === table && entry.column === column)
    if (!one) continue // the table left the product; there is nothing to take back
    const flag = one.single
      ? sql`, ${sql.ref(one.single)} = ${keyOf(one)}::text in (select unnest(${flagged.map(asArray)}::text[]))`
      : sql``
    await sql`update ${sql.table(table)} t set ${sql.ref(column)} = ${home}${flag}
      where ${at(column)} = ${from} and ${keyOf(one)}::text in (select unnest(${keys.map(asArray)}::text[]))`.execute(
      db,
    )
  }
}

const at = (column: string) => sql.ref(`t.${column}`)

/** A row's key as an array of texts; empty where there is one row for each customer. */
function keyOf({ key = ['id'] }: Moving) {
  return sql`array[${sql.join(key.map((column) => sql`${at(column)}::text`))}]::text[]`
}

/** An array of keys without spaces and braces, as PostgreSQL writes it. */
const asArray = (key: readonly string[]) => `{${key.join(',')}}`

function flaggedRows(db: Trx, one: Moving, flag: string, from: string): Promise<string[][]> {
  return sql<{ key: string[] }>`select ${keyOf(one)} as key from ${sql.table(one.table)} t
    where ${at(one.column)} = ${from} and ${at(flag)}`
    .execute(db)
    .then(({ rows }) => rows.map(({ key }) => key))
}

function yieldFlag(one: Moving, flag: string, to: string) {
  return sql`, ${sql.ref(flag)} = ${at(flag)} and not exists (${held(one, to)} and ${sql.ref(`held.${flag}`)})`
}

function withoutOwn(one: Moving, to: string) {
  if (!one.onePer) return sql``
  const same = one.onePer.map((parts) =>
    sql.join([sql`true`, ...parts.map((part) => sql`${sql.ref(`held.${part}`)} = ${at(part)}`)], sql` and `),
  )
  return sql`and not exists (${held(one, to)} and (${sql.join(same, sql` or `)}))`
}

/** The rows of the kept customer. */
function held({ table, column, gone }: Moving, to: string) {
  return sql`select from ${sql.table(table)} held where ${sql.ref(`held.${column}`)} = ${to}
    ${gone ? sql`and ${sql.ref(`held.${gone}`)} is null` : sql``}`
}

const ofCustomer = ({ only }: Moving) => (only ? sql`t.subject_type = ${only}` : sql`true`)
