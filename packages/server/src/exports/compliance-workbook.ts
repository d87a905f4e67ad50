import { PassThrough, type Readable } from 'node:stream'
import { harmless, headerStyle, workbookInto } from '../imports/sheet-file.ts'
import type { ComplianceTable } from './compliance-table.ts'
import { sheetWithFooter } from './workbook.ts'

/** The grid of 合规 with what was counted; `mark` as in every file that leaves. */
export function complianceWorkbook(table: ComplianceTable, mark: string): Readable {
  const stream = new PassThrough()
  write(table, mark, stream).catch((error: Error) => stream.destroy(error))
  return stream
}

async function write({ words, head, rows }: ComplianceTable, mark: string, stream: PassThrough) {
  const workbook = await workbookInto(stream)
  const sheet = sheetWithFooter(workbook, '合规', mark)
  sheet.columns = head.map((_, index) => ({ width: index < firstCell ? 12 : 14 }))
  const header = sheet.addRow(head)
  header.eachCell((cell) => Object.assign(cell, { style: headerStyle }))
  header.commit()
  for (const row of rows) {
    const written = sheet.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))
    written.getCell(head.length).numFmt = '0.0%'
    written.commit()
  }
  for (const line of [words, counted, mark]) sheet.addRow([line]).commit()
  sheet.commit()
  await workbook.commit()
}

const firstCell = 3

const counted = '合规率 =（按时 + 特殊原因）÷ 应填；免填、豁免和还没到期的不计入应填'
