import { feedbackFormColumns as columns } from '@zhuowei/domain/clauses/prescribed.ts'
import type { PaperCell } from '@zhuowei/domain/feedback/paper.ts'
import type ExcelJS from 'exceljs'
import { writeWorkbook } from '../imports/sheet-file.ts'

/** In characters of the sheet, two for a Chinese one. */
const widths = [16, 20, 38, 26]

/** The 附表 on one sheet of A4, ready to be filled in by hand or in Excel. */
export function formWorkbook(paper: PaperCell[][], mark: string): Promise<Buffer> {
  return writeWorkbook(async (workbook) => {
    const sheet = workbook.addWorksheet(columns.title, {
      pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true },
      headerFooter: { oddFooter: `&C${mark.replaceAll('&', '&&')}` },
    })
    sheet.columns = widths.map((width) => ({ width }))
    const title = sheet.addRow([columns.title])
    sheet.mergeCells(1, 1, 1, widths.length)
    title.height = 36
    title.getCell(1).style = { font: { ...font, bold: true, size: 16 }, alignment: middle }
    for (const { row, cells } of placed(paper)) writeCells(sheet, row, cells)
    // A merge gives its cells the look of the first, so the look comes after all of them.
    for (const { row, cells } of placed(paper)) styleRow(sheet.getRow(row), cells)
    sheet.commit()
  })
}

function writeCells(sheet: ExcelJS.Worksheet, row: number, cells: PlacedCell[]): void {
  for (const { cell, column } of cells) {
    const { text, columns: across = 1, rows: down = 1 } = cell
    sheet.getCell(row, column).value = text || null
    if (across > 1 || down > 1) sheet.mergeCells(row, column, row + down - 1, column + across - 1)
  }
}

function styleRow(line: ExcelJS.Row, cells: PlacedCell[]): void {
  for (let column = 1; column <= widths.length; column++) {
    // What stands nowhere in this row belongs to the block that began above.
    const own = cells.findLast((one) => one.column <= column)?.cell
    line.getCell(column).style = !own || own.isHeading ? headingStyle : textStyle
  }
  line.height = heightOf(cells)
  line.commit()
}

interface PlacedCell {
  cell: PaperCell
  column: number
}

/** Where each cell stands, below the title; a block that runs over several rows keeps the first column for itself. */
function placed(paper: PaperCell[][]): { row: number; cells: PlacedCell[] }[] {
  let blockEnds = 0
  return paper.map((cells, index) => {
    let column = index < blockEnds ? 2 : 1
    blockEnds = Math.max(blockEnds, index + (cells[0]?.rows ?? 1))
    const standing = cells.map((cell) => {
      const at = { cell, column }
      column += cell.columns ?? 1
      return at
    })
    return { row: index + 2, cells: standing }
  })
}

const middle: Partial<ExcelJS.Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true }
const font = { name: '宋体', size: 11 }
const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const headingStyle: Partial<ExcelJS.Style> = {
  font: { ...font, bold: true },
  alignment: middle,
  border,
}
/** Text, so that a spreadsheet takes nothing that is typed for a formula, a number or a date. */
const textStyle: Partial<ExcelJS.Style> = {
  numFmt: '@',
  font,
  alignment: { vertical: 'middle', wrapText: true },
  border,
}

/** Spreadsheets do not measure merged cells, so the height is reckoned: 15 points for each line. */
function heightOf(cells: PlacedCell[]): number {
  const lines = cells
    .filter(({ cell }) => !cell.rows)
    .map(({ cell, column }) => {
      const { text, columns: across = 1 } = cell
      const width = widths.slice(column - 1, column - 1 + across).reduce((sum, one) => sum + one, 0) - 2
      return text
        .split('\n')
        .map((line) => Math.max(1, Math.ceil(widthOf(line) / width)))
        .reduce((sum, one) => sum + one, 0)
    })
  return Math.min(409, Math.max(24, ...lines.map((count) => count * 15 + 9)))
}

const widthOf = (line: string) => line.length + (line.match(/[^\x20-\x7e]/g)?.length ?? 0)
