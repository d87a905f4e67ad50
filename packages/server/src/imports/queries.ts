import type {
  ImportCounts,
  ImportDetail,
  ImportMapping,
  ImportMode,
  ImportOptions,
  ImportState,
  ImportSummary,
} from '@zhuowei/contract/import-shapes.ts'
import { importOptions } from '@zhuowei/contract/import-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Selectable } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Imports } from '../platform/db/schema.d.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { notFound } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleImports } from './access.ts'
import type { MappedImport } from './bench.ts'
import { rememberedMapping } from './layout.ts'
import { keptSince } from './retention.ts'
import { problemColumns } from './rows.ts'
import { openCells, type StagedSheet } from './staging.ts'
import { type CheckedCounts, noCounts } from './tally.ts'

export async function listImports({ db, actor, now }: Reading, query: { cursor?: string; limit: number }) {
  // What was given up before it began has left nothing to look at or to undo; that it was given up is in the audit.
  let found = importsWithAuthor(db)
    .where(visibleImports(actor))
    .where((row) => row.or([row('imports.state', '<>', 'cancelled'), row('imports.mode', 'is not', null)]))
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
    items: page.map((row) => presentImport(row, now)),
    next: rows.length > query.limit && last ? cursorOf(last.createdAt.toISOString(), last.id) : null,
  }
}

export async function getImport(
  { db, actor, now }: Reading,
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
    ...presentImport(row, now),
    sheets: row.sheets as unknown as StagedSheet[], // written by `stageRows` only
    sheetNo: row.sheetNo ?? 1,
    headerRow: row.headerRow,
    headers,
    preview: await firstRows(db, secrets, row),
    mapping: row.mapping as ImportMapping, // checked by the contract before it was written
    remembered: (await rememberedMapping(db, row.divisionId, headers)) !== null,
    options: importOptions.parse(row.options),
    problems: await problemColumns(db, row),
    sameFileAs: await earlierImport(db, row),
  }
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
    newByRegion: (row.counts as Partial<CheckedCounts>).newByRegion ?? {}, // written by `tally.ts` only
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

function presentImport(row: ImportWithAuthor, now: Date): OnServer<ImportSummary> {
  const counts = { ...noCounts, ...(row.counts as Partial<ImportCounts>) } // written by `tally.ts` only
  const state = row.state as ImportState // held by a check constraint
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
      undo: canUndo(row, counts, now),
    },
  }
}

function canUndo(row: Selectable<Imports>, counts: ImportCounts, now: Date): boolean {
  const partly = row.mode === 'valid_rows' && (row.state === 'cancelled' || row.state === 'failed')
  const wrote =
    counts.customersCreated + counts.customersUpdated + counts.contactsCreated + counts.contactsUpdated > 0
  return wrote && (row.state === 'done' || partly) && row.updatedAt >= keptSince(now)
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
