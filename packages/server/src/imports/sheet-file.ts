import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type ExcelJS from 'exceljs'

/** Writes a workbook row by row and gives its bytes. */
export async function writeWorkbook(
  fill: (workbook: ExcelJS.stream.xlsx.WorkbookWriter) => Promise<void>,
): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const workbook = await workbookInto(stream)
  await fill(workbook)
  await workbook.commit()
  return bytes
}

/** Excel is loaded with the first workbook: a server that makes none does without its 40 MB. */
export async function workbookInto(stream: Writable): Promise<ExcelJS.stream.xlsx.WorkbookWriter> {
  const { default: Excel } = await import('exceljs')
  return new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe; numbers and phones with their sign stay. */
export function harmless(cell: string): string {
  const looksLikeFormula = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d\s().-]*$/.test(cell)
  return looksLikeFormula ? `'${cell}` : cell
}

export const headerStyle: Partial<ExcelJS.Style> = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF1FB' } },
  alignment: { vertical: 'middle' },
  border: { bottom: { style: 'thin', color: { argb: 'FFBFCBDD' } } },
}
