import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { bestHeader } from '../header.ts'
import {
  cellText,
  type FileRow,
  isBlank,
  mostColumns,
  type OpenFile,
  unreadable,
  withoutTail,
} from './file-row.ts'

export type TextEncoding = 'utf8' | 'gb18030' | 'utf16le' | 'utf16be'

/** Opens a text table; the delimiter is the one under which a header is recognised best. */
export async function openText(file: string, encoding: TextEncoding): Promise<OpenFile> {
  const delimiter = delimiterOf(await beginningOf(file, encoding))
  return {
    sheets: [{ no: 1, name: '文本', rows: () => textRows(file, encoding, delimiter) }],
    close: async () => undefined,
  }
}

/** A line this long is no line: somewhere a quotation mark was opened and never closed. */
const longestRecord = 2_000_000

async function* textRows(file: string, encoding: TextEncoding, delimiter: string): AsyncGenerator<FileRow> {
  let pending = 0
  const guarded = async function* (chunks: AsyncIterable<string>) {
    for await (const chunk of chunks) {
      pending += chunk.length
      if (pending > longestRecord)
        throw unreadable('文件里有没有配对的引号，请用 Excel 或 WPS 打开后另存为 xlsx 再上传')
      yield chunk
    }
  }
  const records = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter })
  const decoded = createReadStream(file).pipe(iconv.decodeStream(encoding))
  pipeline(guarded(decoded as AsyncIterable<string>), records, () => undefined) // iconv yields strings
  let no = 0
  for await (const record of records as AsyncIterable<string[]>) {
    // papaparse types its stream as plain Duplex; it yields one array for each line
    pending = 0
    no += 1
    const cells = record.slice(0, mostColumns).map(cellText)
    if (!isBlank(cells)) yield { no, cells: withoutTail(cells) }
  }
}

async function beginningOf(file: string, encoding: TextEncoding): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return iconv.decode(buffer.subarray(0, bytesRead), encoding)
  } finally {
    await handle.close()
  }
}

function delimiterOf(beginning: string): string {
  const tried = [',', '\t', ';', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, preview: 40 })
    const rows = data.map((cells, index) => ({ no: index + 1, cells: cells.map(cellText) }))
    const widest = Math.max(0, ...rows.map((row) => row.cells.length))
    return { delimiter, score: (bestHeader(rows)?.score ?? 0) * 1000 + widest }
  })
  return tried.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}
