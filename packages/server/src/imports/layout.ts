import { createHash } from 'node:crypto'
import type { ImportMapping } from '@zhuowei/contract/import-shapes.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'
import { headingKey, proposeMapping } from './columns.ts'
import { openCells } from './staging.ts'

interface Layout {
  headers: string[]
  mapping: ImportMapping
  totalRows: number
}

/** What a header line makes of a sheet: its columns, the fields proposed for them, the number of lines below it. */
export async function layoutOf(
  db: Database | Trx,
  secrets: Secrets,
  divisionId: string,
  table: { id: string; sheetNo: number; headerRow: number | null },
): Promise<Layout | null> {
  if (table.headerRow === null) return { headers: [], mapping: [], totalRows: 0 }
  const line = await db
    .selectFrom('importRows')
    .where('importId', '=', table.id)
    .where('sheetNo', '=', table.sheetNo)
    .where('rowNo', '=', table.headerRow)
    .select('cells')
    .executeTakeFirst()
  if (!line) return null
  const headers = openCells(secrets, line.cells)
  const below = await db
    .selectFrom('importRows')
    .where('importId', '=', table.id)
    .where('sheetNo', '=', table.sheetNo)
    .where('rowNo', '>', table.headerRow)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const mapping = (await rememberedMapping(db, divisionId, headers)) ?? proposeMapping(headers)
  return { headers, mapping, totalRows: Number(below.count) }
}

export async function rememberedMapping(
  db: Database | Trx,
  divisionId: string,
  headers: readonly string[],
): Promise<ImportMapping | null> {
  const known = await db
    .selectFrom('importMappings')
    .where('divisionId', '=', divisionId)
    .where('headerKey', '=', headerKey(headers))
    .select('mapping')
    .executeTakeFirst()
  return (known?.mapping ?? null) as ImportMapping | null // written by `rememberMapping` only
}

export async function rememberMapping(
  db: Database | Trx,
  divisionId: string,
  headers: readonly string[],
  mapping: ImportMapping,
  now: Date,
): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), updatedAt: now }
  await db
    .insertInto('importMappings')
    .values({ divisionId, headerKey: headerKey(headers), ...row })
    .onConflict((conflict) => conflict.columns(['divisionId', 'headerKey']).doUpdateSet(row))
    .execute()
}

const headerKey = (headers: readonly string[]) =>
  createHash('sha256').update(headers.map(headingKey).join('\n')).digest('hex')
