import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { Fault, PaperLine } from '@zhuowei/domain/feedback/paper-reading.ts'
import { cellText, unreadable } from '../imports/reading/file-row.ts'
import { canBeWorkbook, openTable } from '../imports/reading/open-file.ts'
import { readXml } from '../imports/reading/xml.ts'
import { type Archive, openArchive } from '../imports/reading/zip.ts'
import { largestForm, type ReceivedFile } from './receive.ts'

/** A table of the file that may be a 附表. */
export interface FoundTable {
  lines: PaperLine[]
  /** The name of a cell as one finds it in the file. */
  cellName: (fault: Fault) => string
}

/** The 附表 has some twenty lines; with more than these the table is something else. */
const mostLines = 200

export const noForm = `这不是《${columns.title}》，请用导出的表填写`

/** The tables of a workbook or of a Word document; what it is, is told by its content. */
export async function tablesIn(file: ReceivedFile): Promise<FoundTable[]> {
  if (file.isTooLarge) throw unreadable(`文件超过 ${largestForm} MB，不是一份反馈表`)
  if (!(await canBeWorkbook(file.path))) throw unreadable(noForm)
  return (await documentTables(file.path)) ?? sheetTables(file.path)
}

async function sheetTables(file: string): Promise<FoundTable[]> {
  const table = await openTable(file)
  try {
    const found: FoundTable[] = []
    for (const sheet of table.sheets) {
      const lines: PaperLine[] = []
      for await (const row of sheet.rows()) {
        if (lines.length === mostLines) break
        lines.push(row)
      }
      const named = table.sheets.length > 1 ? `“${sheet.name}”的 ` : ''
      found.push({ lines, cellName: ({ line, column }) => `${named}${'ABCD'.charAt(column)}${line}` })
    }
    return found
  } finally {
    await table.close()
  }
}

/** Null when the file is no Word document. */
async function documentTables(file: string): Promise<FoundTable[] | null> {
  const archive = await openArchive(file).catch(() => null)
  if (!archive) return null
  try {
    return archive.has('word/document.xml') ? await readTables(archive) : null
  } finally {
    await archive.close()
  }
}

async function readTables(archive: Archive): Promise<FoundTable[]> {
  const tables: string[][][] = []
  let row: string[] = []
  let cell = ''
  let depth = 0
  let inText = false
  await readXml(archive.read('word/document.xml'), {
    open(name) {
      if (name === 'tbl') depth += 1
      if (name === 'tbl' && depth === 1) tables.push([])
      if (name === 'tr' && depth === 1) row = []
      if (name === 'tc' && depth === 1) cell = ''
      if (name === 'br') cell += '\n'
      inText = name === 't'
    },
    text(text) {
      if (inText) cell += text
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'p') cell += '\n'
      if (name === 'tbl') depth -= 1
      if (depth !== 1) return
      if (name === 'tc') row.push(cellText(cell))
      if (name === 'tr' && (tables.at(-1)?.length ?? 0) < mostLines) tables.at(-1)?.push(row)
    },
  })
  if (tables.length === 0) throw unreadable(`文件里没有《${columns.title}》的表格`)
  return tables.map((rows, index) => ({
    lines: rows.map((cells, at) => ({ no: at + 1, cells })),
    cellName: ({ line, column }) =>
      `${tables.length > 1 ? `第 ${index + 1} 张表` : ''}第 ${line} 行第 ${column + 1} 格`,
  }))
}
