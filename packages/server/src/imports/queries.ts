import type {
  ImportCounts,
  ImportDetail,
  ImportMapping,
  ImportMode,
  ImportOptions,
  ImportReason,
  ImportRow,
  ImportState,
  ImportSummary,
} from '@zhuowei/contract/imports.ts'
import { importOptions } from '@zhuowei/contract/imports.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Selectable } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Imports } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleImports } from './access.ts'
import type { MappedImport } from './bench.ts'
import { givenTexts } from './draft.ts'
import { rememberedMapping } from './layout.ts'
import { openCells, type StagedSheet } from './staging.ts'
import { noCounts } from './tally.ts'

export async function listImports({ db, actor }: Reading, query: { cursor?: string; limit: number }) {
  let found = importsWithAuthor(db).where(visibleImports(actor))
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    found = found.where((row) =>
      row(row.refTuple('imports.createdAt', 'imports.id'), '<', row.tuple(new Date(at), id)),
    )
  }
  const rows = await found
    .orderBy('imports.createdAt', 'desc')
    .orderBy('imports.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(presentImport),
    next: rows.length > query.limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}

export async function getImport(
  { db, actor }: Reading,
  secrets: Secrets,
  id: string,
): Promise<OnServer<ImportDetail>> {
  const row = await importsWithAuthor(db)
    .where(visibleImports(actor))
    .where('imports.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const headers = row.headers as string[] // written by `layoutOf` only
  return {
    ...presentImport(row),
    sheets: row.sheets as unknown as StagedSheet[], // written by `stageRows` only
    sheetNo: row.sheetNo ?? 1,
    headerRow: row.headerRow,
    headers,
    preview: await firstRows(db, secrets, row),
    mapping: row.mapping as ImportMapping, // checked by the contract before it was written
    remembered: (await rememberedMapping(db, row.divisionId, headers)) !== null,
    options: importOptions.parse(row.options),
    sameFileAs: await earlierImport(db, row),
  }
}

interface RowsQuery {
  outcome?: ImportRow['outcome'] & string
  kept?: 'true'
  cursor?: string
  limit: number
}

export async function listRows(reading: Reading, secrets: Secrets, id: string, query: RowsQuery) {
  const table = await visibleImport(reading, id)
  const columns = { headers: table.headers as string[], mapping: table.mapping as ImportMapping } // as above
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

export interface WorkableImport extends MappedImport {
  state: string
  mode: ImportMode | null
  attempts: number
}

/** What the work on an import needs to know of it. */
export async function mappedImport(db: Database | Trx, id: string): Promise<WorkableImport> {
  const row = await db.selectFrom('imports').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  return {
    id,
    divisionId: row.divisionId,
    fileName: row.fileName,
    startedBy: row.startedBy ?? row.createdBy,
    sheetNo: row.sheetNo ?? 1,
    headerRow: row.headerRow ?? 0,
    headers: row.headers as string[], // as above
    mapping: row.mapping as ImportMapping, // as above
    options: importOptions.parse(row.options) as ImportOptions,
    state: row.state,
    mode: row.mode as ImportMode | null, // held by a check constraint
    attempts: row.attempts,
  }
}

function importsWithAuthor(db: Database | Trx) {
  return db
    .selectFrom('imports')
    .innerJoin('people', 'people.id', 'imports.createdBy')
    .selectAll('imports')
    .select('people.name as author')
}

type ImportWithAuthor = Selectable<Imports> & { author: string }

function presentImport(row: ImportWithAuthor): OnServer<ImportSummary> {
  const counts = { ...noCounts, ...(row.counts as Partial<ImportCounts>) } // written by `tally.ts` only
  const state = row.state as ImportState // held by a check constraint
  const wrote =
    counts.customersCreated + counts.customersUpdated + counts.contactsCreated + counts.contactsUpdated > 0
  return {
    id: row.id,
    fileName: row.fileName,
    state,
    createdBy: { id: row.createdBy, name: row.author },
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    undoneAt: row.undoneAt,
    mode: row.mode as ImportMode | null, // held by a check constraint
    totalRows: row.totalRows,
    doneRows: row.doneRows,
    counts,
    failure: row.failure,
    version: row.version,
    can: {
      map: state === 'mapping' || state === 'checked',
      run: state === 'checked' && counts.create + counts.update > 0,
      cancel: ['mapping', 'checking', 'checked', 'running'].includes(state),
      undo:
        wrote &&
        (state === 'done' || state === 'cancelled' || (state === 'failed' && row.mode === 'valid_rows')),
    },
  }
}

async function firstRows(db: Database | Trx, secrets: Secrets, row: Selectable<Imports>) {
  const rows = await db
    .selectFrom('importRows')
    .where('importId', '=', row.id)
    .where('sheetNo', '=', row.sheetNo ?? 1)
    .select(['rowNo', 'cells'])
    .orderBy('rowNo')
    .limit(20)
    .execute()
  return rows.map(({ rowNo, cells }) => ({ rowNo, cells: openCells(secrets, cells) }))
}

async function earlierImport(
  db: Database | Trx,
  { id, divisionId, fileHash, createdAt }: Selectable<Imports>,
) {
  const row = await db
    .selectFrom('imports')
    .where('divisionId', '=', divisionId)
    .where('fileHash', '=', fileHash)
    .where('id', '<>', id)
    .where('createdAt', '<=', createdAt)
    .where('state', 'in', ['done', 'cancelled', 'undone'])
    .select(['id', 'createdAt', 'state'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, state: row.state as ImportState } : null // held by a check constraint
}
