import type { ImportMapping, ImportMode, ImportOptions } from '@zhuowei/contract/import-shapes.ts'
import { importFieldLabel } from '@zhuowei/contract/import-shapes.ts'
import type { Selectable } from 'kysely'
import type { Trx } from '../platform/db/connect.ts'
import type { Imports } from '../platform/db/schema.d.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleImports } from './access.ts'
import { layoutOf, rememberMapping } from './layout.ts'
import { getImport } from './queries.ts'
import { noCounts } from './tally.ts'

export interface ImportWriting extends Writing {
  secrets: Secrets
}

/** Another sheet, or another line as the header: columns and proposals are made anew. */
export async function chooseHeader(
  work: ImportWriting,
  id: string,
  chosen: { sheetNo: number; headerRow: number; version: number },
): Promise<void> {
  const row = await importFor(work, id, chosen.version)
  requireState(row, ['mapping', 'checked'])
  const { sheetNo, headerRow } = chosen
  const layout = await layoutOf(work.db, work.secrets, row.divisionId, { id, sheetNo, headerRow })
  if (!layout) throw invalid('headerRow', '这张工作表没有这一行')
  await change(work.db, work, row, {
    state: 'mapping',
    sheetNo,
    headerRow,
    headers: JSON.stringify(layout.headers),
    mapping: JSON.stringify(layout.mapping),
    totalRows: layout.totalRows,
    doneRows: 0,
    counts: JSON.stringify(noCounts),
    failure: null,
  })
}

/** Columns are settled and the dry run is asked for; the mapping is remembered for the next file with this header. */
export async function startCheck(
  work: ImportWriting,
  id: string,
  asked: { mapping: ImportMapping; options: ImportOptions; version: number },
): Promise<void> {
  const row = await importFor(work, id, asked.version)
  requireState(row, ['mapping', 'checked'])
  const headers = row.headers as string[] // written by `layoutOf` only
  refuseWrongMapping(headers, asked.mapping)
  if (row.totalRows === 0) throw invalid('headerRow', '表头以下没有一行客户，请另选表头或工作表')
  await refuseWrongDefaults(work.db, row.divisionId, asked.options)
  await work.db
    .updateTable('importRows')
    .set({ outcome: null, reasons: '[]', customerId: null, followsRow: null })
    .where('importId', '=', id)
    .where('outcome', 'is not', null)
    .execute()
  await rememberMapping(work.db, row.divisionId, headers, asked.mapping, work.now)
  await change(work.db, work, row, {
    state: 'checking',
    mapping: JSON.stringify(asked.mapping),
    options: JSON.stringify(asked.options),
    ...beginning(work.actor.id),
  })
}

export async function startRun(
  work: ImportWriting,
  id: string,
  asked: { mode: ImportMode; version: number },
): Promise<void> {
  const row = await importFor(work, id, asked.version)
  requireState(row, ['checked'])
  const counts = { ...noCounts, ...(row.counts as object) }
  if (counts.create + counts.update === 0) throw invalid('mode', '没有可以导入的行')
  if (asked.mode === 'all_or_nothing' && counts.error > 0)
    throw invalid('mode', `还有 ${counts.error} 行错误；请改好文件重新上传，或选“只导入没有错误的行”`)
  await change(work.db, work, row, { state: 'running', mode: asked.mode, ...beginning(work.actor.id) })
}

/** Before or between the steps it ends the import; during one it asks the process at work to stop at its next resting point. */
export async function cancelImport(work: ImportWriting, id: string): Promise<void> {
  const row = await importFor(work, id)
  requireState(row, ['mapping', 'checking', 'checked', 'running'])
  if (row.state === 'checking' || row.state === 'running') {
    await work.db.updateTable('imports').set({ cancelRequestedAt: work.now }).where('id', '=', id).execute()
    return
  }
  await change(work.db, work, row, { state: 'cancelled', finishedAt: work.now })
  await recordEvent(work.db, work.actor, work.now, {
    verb: 'import.cancelled',
    subjectType: 'import',
    subjectId: id,
    divisionId: row.divisionId,
    summary: `放弃导入《${row.fileName}》`,
  })
}

/** Finds the import in the person's division, locks it, and refuses an edit that started from an older state. */
export async function importFor(
  work: ImportWriting,
  id: string,
  version?: number,
): Promise<Selectable<Imports>> {
  const row = await work.db
    .selectFrom('imports')
    .where(visibleImports(work.actor))
    .where('id', '=', id)
    .selectAll()
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (version !== undefined && version !== row.version) {
    const current = await getImport(work, work.secrets, id)
    throw new Refusal('version_conflict', { facts: { current, yours: { version } } })
  }
  return row
}

export function requireState(row: Selectable<Imports>, states: readonly string[]): void {
  if (states.includes(row.state)) return
  const why = ['checking', 'running'].includes(row.state)
    ? '正在处理，请等它完成或先取消'
    : '这次导入已经结束'
  throw invalid('state', why)
}

const beginning = (startedBy: string) => ({
  startedBy,
  doneRows: 0,
  attempts: 0,
  worker: null,
  cancelRequestedAt: null,
  failure: null,
})

function change(db: Trx, { now }: Writing, row: Selectable<Imports>, values: object): Promise<unknown> {
  return db
    .updateTable('imports')
    .set({ ...values, version: row.version + 1, updatedAt: now })
    .where('id', '=', row.id)
    .execute()
}

function refuseWrongMapping(headers: readonly string[], mapping: ImportMapping): void {
  if (headers.length === 0) throw invalid('headerRow', '请先指出哪一行是表头')
  if (mapping.length !== headers.length) throw invalid('mapping', `文件有 ${headers.length} 列，请逐列对应`)
  if (!mapping.includes('name')) throw invalid('mapping', `请指出哪一列是${importFieldLabel.name}`)
  for (const field of mapping) {
    if (field && field !== 'remarks' && mapping.indexOf(field) !== mapping.lastIndexOf(field))
      throw invalid('mapping', `${importFieldLabel[field]}只能对应一列`)
  }
}

async function refuseWrongDefaults(db: Trx, divisionId: string, { regionId, ownerId }: ImportOptions) {
  const region = regionId
    ? await db
        .selectFrom('regions')
        .where('id', '=', regionId)
        .where('divisionId', '=', divisionId)
        .select('id')
        .executeTakeFirst()
    : null
  if (regionId && !region) throw invalid('options.regionId', '没有这个片区')
  const owner = ownerId
    ? await db
        .selectFrom('people')
        .where('id', '=', ownerId)
        .where('divisionId', '=', divisionId)
        .where('role', 'in', ['spm', 'pm'])
        .select('id')
        .executeTakeFirst()
    : null
  if (ownerId && !owner) throw invalid('options.ownerId', '默认负责人须是本部门的高级项目主管或项目主管')
}
