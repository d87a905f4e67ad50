import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'
import { bestHeader, headerWithin } from './header.ts'
import { type FileRow, type OpenFile, type Sheet, unreadable } from './reading/file-row.ts'

/** A sheet as the person may choose it. */
export interface StagedSheet {
  no: number
  name: string
  rows: number
  headerRow: number | null
}

const mostRows = 50_000
/** Of a small workbook every cell may point at one long text, so what it unpacks to is counted as it is stored. */
const mostCharacters = 60_000_000
const batchSize = 500
const batchCharacters = 2_000_000

/** What all sheets of a file have put into the database together. */
interface Taken {
  rows: number
  characters: number
}

/** Copies the rows of all visible sheets into the database, batch by batch; the file itself is not kept. */
export async function stageRows(
  db: Database,
  secrets: Secrets,
  importId: string,
  file: OpenFile,
): Promise<{ sheets: StagedSheet[]; chosen: number }> {
  const sheets: (StagedSheet & { score: number })[] = []
  const taken: Taken = { rows: 0, characters: 0 }
  for (const sheet of file.sheets) sheets.push(await stageSheet(db, secrets, importId, sheet, taken))
  if (taken.rows === 0) throw unreadable('文件里没有内容')
  const best = sheets.reduce((one, other) => (other.score > one.score ? other : one))
  return { sheets: sheets.map(({ score: _, ...sheet }) => sheet), chosen: best.no }
}

async function stageSheet(db: Database, secrets: Secrets, importId: string, sheet: Sheet, taken: Taken) {
  const beginning: FileRow[] = []
  let batch: FileRow[] = []
  let rows = 0
  let savedCharacters = taken.characters
  const save = async () => {
    const saved = batch
    batch = []
    savedCharacters = taken.characters
    if (saved.length === 0) return
    const cells = saved.map((row) => secrets.seal(JSON.stringify(row.cells)))
    await sql`insert into import_rows (import_id, sheet_no, row_no, cells)
      select ${importId}::uuid, ${sheet.no}::int, row_no, cells
      from unnest(${saved.map((row) => row.no)}::int[], ${cells}::text[]) as staged (row_no, cells)`.execute(
      db,
    )
  }
  for await (const row of sheet.rows()) {
    rows += 1
    count(row, taken)
    if (beginning.length < headerWithin) beginning.push(row)
    batch.push(row)
    if (batch.length === batchSize || taken.characters - savedCharacters >= batchCharacters) await save()
  }
  await save()
  const header = bestHeader(beginning)
  return {
    no: sheet.no,
    name: sheet.name,
    rows,
    headerRow: header?.row.no ?? null,
    score: header?.score ?? 0,
  }
}

function count({ cells }: FileRow, taken: Taken): void {
  taken.rows += 1
  if (taken.rows > mostRows)
    throw unreadable(`一次最多导入 ${mostRows.toLocaleString('en-US')} 行，请拆成几个文件分批导入`)
  for (const cell of cells) taken.characters += cell.length
  if (taken.characters > mostCharacters) throw unreadable('文件里的文字太多，请拆成几个文件分批导入')
}

export interface StagedRow extends FileRow {
  applied: boolean
}

export interface StagedTable {
  id: string
  sheetNo: number
  headerRow: number
}

/** The lines below the header, in the order of the file. */
export async function* stagedRows(
  db: Database | Trx,
  secrets: Secrets,
  table: StagedTable,
  size: number,
): AsyncGenerator<StagedRow[]> {
  let after = table.headerRow
  while (true) {
    const rows = await db
      .selectFrom('importRows')
      .where('importId', '=', table.id)
      .where('sheetNo', '=', table.sheetNo)
      .where('rowNo', '>', after)
      .select(['rowNo', 'cells', 'appliedAt'])
      .orderBy('rowNo')
      .limit(size)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.rowNo
    yield rows.map((row) => ({
      no: row.rowNo,
      cells: openCells(secrets, row.cells),
      applied: row.appliedAt !== null,
    }))
  }
}

export function openCells(secrets: Secrets, sealed: string): string[] {
  return JSON.parse(secrets.open(sealed)) as string[] // `stageSheet` sealed exactly this
}
