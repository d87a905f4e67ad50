import type { ImportMapping, ImportOptions } from '@zhuowei/contract/import-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'
import { loadDivisionFacts } from './division-facts.ts'
import { type Columns, nameKeyOf, parentKeyOf, readDraft } from './draft.ts'
import { type Bench, judge } from './judge.ts'
import { type Known, learn, nothingKnown } from './known.ts'
import { type StagedRow, type StagedTable, stagedRows } from './staging.ts'
import type { Verdict } from './verdict.ts'
import type { Written } from './written.ts'

/** An import whose columns have been chosen. */
export interface MappedImport extends StagedTable {
  divisionId: string
  fileName: string
  startedBy: string
  headers: string[]
  mapping: ImportMapping
  options: ImportOptions
  /** How many customers the check found to be new in each region. */
  newByRegion: Record<string, number>
}

/** Gathers what the rows of an import are judged by; one pass over the file, for the names that it will bring. */
export async function prepareBench(
  db: Database | Trx,
  secrets: Secrets,
  table: MappedImport,
  now: Date,
): Promise<Bench> {
  const columns = { headers: table.headers, mapping: table.mapping }
  return {
    columns,
    options: table.options,
    facts: await loadDivisionFacts(db, table.divisionId, shanghaiDate(now)),
    known: await knownFrom(db, table.id),
    parents: await parentsOf(db, secrets, table, columns),
    fingerprint: secrets.fingerprint,
  }
}

/** Judges one chunk of rows in their order, after looking up in one go what the database holds about them. */
export async function judgeChunk(
  db: Database | Trx,
  divisionId: string,
  bench: Bench,
  rows: readonly StagedRow[],
): Promise<Verdict[]> {
  const readings = rows.map((row) => ({ row: row.no, reading: readDraft(row.cells, bench.columns) }))
  const drafts = readings.flatMap(({ reading }) => reading.draft ?? [])
  await learn(db, divisionId, bench.known, {
    nameKeys: drafts.map((draft) => draft.nameKey),
    creditCodes: drafts.flatMap((draft) => draft.customer.creditCode ?? []),
    fingerprints: drafts.flatMap((draft) => (draft.contact ? [bench.fingerprint(draft.contact.phone)] : [])),
  })
  return readings.map(({ row, reading }) => judge(row, reading, bench))
}

async function knownFrom(db: Database | Trx, importId: string): Promise<Known> {
  const known = nothingKnown()
  const applied = await db
    .selectFrom('importRows')
    .where('importId', '=', importId)
    .where('appliedAt', 'is not', null)
    .where('customerId', 'is not', null)
    .select(['rowNo', 'customerId', 'written'])
    .orderBy('rowNo', 'desc')
    .execute()
  for (const { rowNo, customerId, written } of applied) {
    const { createdCustomer, contactId } = (written ?? {}) as Written // written by `apply` only
    if (createdCustomer) known.written.customers.set(customerId ?? '', rowNo)
    else known.written.touched.set(customerId ?? '', rowNo)
    if (contactId) known.written.contacts.set(contactId, rowNo)
  }
  return known
}

/** Name key → key of the 上级单位, for every name of the file and for whatever stands above them in the database. */
async function parentsOf(
  db: Database | Trx,
  secrets: Secrets,
  table: MappedImport,
  columns: Columns,
): Promise<Map<string, string | null>> {
  const parents = new Map<string, string | null>()
  const named = new Set<string>()
  for await (const rows of stagedRows(db, secrets, table, 1000)) {
    for (const { cells } of rows) {
      const nameKey = nameKeyOf(cells, columns)
      const parentKey = parentKeyOf(cells, columns)
      if (nameKey) parents.set(nameKey, parents.get(nameKey) ?? parentKey)
      if (parentKey) named.add(parentKey)
    }
  }
  if (named.size === 0) return parents
  const { rows } = await sql<{ nameKey: string; parentKey: string | null }>`
    with recursive line as (
      select id, name_key, parent_id from customers
      where division_id = ${table.divisionId} and name_key = any(${[...named]}::text[]) and deleted_at is null
      union
      select above.id, above.name_key, above.parent_id from customers above join line on above.id = line.parent_id
    )
    select line.name_key, above.name_key as parent_key from line left join line above on above.id = line.parent_id`.execute(
    db,
  )
  for (const { nameKey, parentKey } of rows) parents.set(nameKey, parentKey ?? parents.get(nameKey) ?? null)
  return parents
}
