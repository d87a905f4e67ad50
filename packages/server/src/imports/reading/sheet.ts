import { cellText, type FileRow, isBlank, mostColumns, unreadable, withoutTail } from './file-row.ts'
import type { Workbook } from './workbook.ts'
import { parseXml } from './xml.ts'
import type { Archive } from './zip.ts'

/** The rows of one sheet that hold something of their own; a block merged over several rows gives each of them its value. */
export async function* sheetRows(archive: Archive, part: string, book: Workbook): AsyncGenerator<FileRow> {
  const merged = mergedBlocks(await verticalMerges(archive.read(part)))
  const collector = rowCollector(book)
  for await (const _ of parseXml(archive.read(part), collector.handlers)) {
    for (const row of collector.take()) {
      if (isBlank(row.cells)) continue
      merged.fill(row)
      yield { no: row.no, cells: withoutTail(row.cells) }
    }
  }
}

function rowCollector(book: Workbook) {
  let finished: FileRow[] = []
  let row: FileRow = { no: 0, cells: [] }
  let column = -1
  let cell = { type: '', style: 0, value: '' }
  let inValue = false
  let inReading = false
  return {
    take() {
      const taken = finished
      finished = []
      return taken
    },
    handlers: {
      open(name: string, attributes: Record<string, string>) {
        if (name === 'row') {
          row = { no: Number(attributes.r) || row.no + 1, cells: [] }
          column = -1
        } else if (name === 'c') {
          column = attributes.r ? columnOf(attributes.r) : column + 1
          cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' }
        } else if (name === 'rPh') inReading = true
        else if (name === 'v' || (name === 't' && !inReading)) inValue = true
      },
      text(text: string) {
        if (inValue) cell.value += text
      },
      close(name: string) {
        if (name === 'v' || name === 't') inValue = false
        else if (name === 'rPh') inReading = false
        else if (name === 'c' && column >= 0 && column < mostColumns) {
          while (row.cells.length < column) row.cells.push('')
          row.cells[column] = cellText(displayed(cell, book))
        } else if (name === 'row') finished.push(row)
      },
    },
  }
}

function displayed(
  { type, style, value }: { type: string; style: number; value: string },
  book: Workbook,
): string {
  if (type === 's') return book.texts[Number(value)] ?? ''
  if (type !== 'n' || value === '') return type === 'b' ? (value === '1' ? '是' : '否') : value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (book.dateStyles[style]) return dateText(number, book.from1904)
  return Number.isInteger(number) ? BigInt(number).toString() : String(number)
}

/** Spreadsheets count days from the end of 1899 (or 1904) and hours as fractions. */
function dateText(serial: number, from1904: boolean): string {
  const days = serial + (from1904 ? 1462 : 0)
  const instant = new Date(Math.round((days - 25_569) * 86_400_000))
  if (Number.isNaN(instant.getTime())) return String(serial)
  const [date = '', time = ''] = instant.toISOString().split('T')
  if (serial < 1) return time.slice(0, 5)
  return Number.isInteger(serial) ? date : `${date} ${time.slice(0, 5)}`
}

function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

interface Block {
  top: number
  bottom: number
  column: number
  value: string
}

const mostBlocks = 100_000
/** Side by side there are no more than columns, unless the file is made to cost time. */
const mostOpenBlocks = 2_000
const tooManyBlocks = () => unreadable('合并的单元格太多，请取消合并后再上传')

/** Merges stand behind the rows in the file, so they are looked for in a first pass. */
async function verticalMerges(bytes: AsyncIterable<Buffer>): Promise<Block[]> {
  const blocks: Block[] = []
  let rest = ''
  for await (const chunk of bytes) {
    const text = rest + chunk.toString('latin1')
    let read = 0
    for (const match of text.matchAll(/mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)) {
      const [whole, column = '', top, bottom] = match
      read = match.index + whole.length
      if (top === bottom || columnOf(column) >= mostColumns) continue
      if (blocks.length === mostBlocks) throw tooManyBlocks()
      blocks.push({ top: Number(top), bottom: Number(bottom), column: columnOf(column), value: '' })
    }
    rest = text.slice(Math.max(read, text.length - 200))
  }
  return blocks.sort((one, other) => one.top - other.top)
}

function mergedBlocks(blocks: Block[]) {
  let next = 0
  let open: Block[] = []
  return {
    fill({ no, cells }: FileRow) {
      while (next < blocks.length && blocks[next]!.top <= no) {
        const block = blocks[next]!
        if (block.top === no) block.value = cells[block.column] ?? ''
        open.push(block)
        next += 1
      }
      open = open.filter((block) => block.bottom >= no)
      if (open.length > mostOpenBlocks) throw tooManyBlocks()
      for (const { column, value } of open) {
        if (value === '' || cells[column]) continue
        while (cells.length < column) cells.push('')
        cells[column] = value
      }
    },
  }
}
