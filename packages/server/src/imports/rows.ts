import type { ImportMapping, ImportReason, ImportRow } from '@zhuowei/contract/import-shapes.ts'
import { type Selectable, sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Imports } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleImports } from './access.ts'
import { givenTexts } from './draft.ts'
import { openCells } from './staging.ts'
import { storedTexts } from './stored.ts'

interface RowsQuery {
  outcome?: ImportRow['outcome'] & string
  column?: string
  kept?: 'true'
  cursor?: string
  limit: number
}

export async function listRows(reading: Reading, secrets: Secrets, id: string, query: RowsQuery) {
  const table = await visibleImport(reading, id)
  const columns = { headers: table.headers as string[], mapping: table.mapping as ImportMapping } // written by `layoutOf` and checked by the contract
  const after = query.cursor ? Number(readCursor(query.cursor, 1)[0]) : (table.headerRow ?? 0)
  if (!Number.isInteger(after) || Math.abs(after) > 10_000_000)
    throw invalid('cursor', '翻页位置无效，请从第一页重新开始')
  let found = reading.db
    .selectFrom('importRows')
    .where('importId', '=', id)
    .where('sheetNo', '=', table.sheetNo ?? 1)
    .where('rowNo', '>', Math.max(after, table.headerRow ?? 0))
    .selectAll()
    .orderBy('rowNo')
    .limit(query.limit + 1)
  if (query.outcome) found = found.where('outcome', '=', query.outcome)
  if (query.column !== undefined)
    found = found.where(
      sql<boolean>`reasons @> ${JSON.stringify([{ column: query.column || null, note: false }])}::jsonb`,
    )
  if (query.kept) found = found.where('keptReason', 'is not', null)
  const rows = await found.execute()
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row): ImportRow => {
      const cells = openCells(secrets, row.cells)
      const { name = '', contactName = '' } = givenTexts(cells, columns)
      return {
        rowNo: row.rowNo,
        outcome: row.outcome as ImportRow['outcome'], // held by a check constraint
        name,
        contact: contactName,
        reasons: row.reasons as ImportReason[], // written by `saveVerdicts` only
        cells,
        stored: storedTexts(cells, columns),
        customerId: row.customerId,
        applied: row.appliedAt !== null,
        keptReason: row.keptReason,
      }
    }),
    next: rows.length > query.limit ? cursorOf(String(page.at(-1)?.rowNo)) : null,
  }
}

/** An import of the person's own division; everything else does not exist for him. */
export async function visibleImport({ db, actor }: Reading, id: string): Promise<Selectable<Imports>> {
  const row = await db
    .selectFrom('imports')
    .where(visibleImports(actor))
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Where the rows that stay outside fail, so that one wrong column is seen as one mistake. */
export async function problemColumns(db: Database | Trx, row: Selectable<Imports>) {
  const { rows } = await sql<{ column: string | null; rows: number }>`
    select reason ->> 'column' as column, count(distinct row_no) as rows
    from import_rows, jsonb_array_elements(reasons) reason
    where import_id = ${row.id} and sheet_no = ${row.sheetNo} and outcome in ('error', 'duplicate') and not (reason -> 'note')::boolean
    group by 1 order by 2 desc, 1 limit 8`.execute(db)
  return rows
}
