import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { World } from '../../testing/world.ts'

export type Cell = string | number | Date | null

export const heading = [
  '客户名称',
  '联系人',
  '联系人职位',
  '联系电话',
  '客户状态',
  '片区',
  '负责人',
  '城市',
  '地址',
]

/** A complete line; the number makes name and phone its own. */
export function line(number: number, more: Partial<Record<(typeof heading)[number], Cell>> = {}): Cell[] {
  const cells: Record<string, Cell> = {
    客户名称: `云岭第${number}供电公司`,
    联系人: `沈知${number}`,
    联系人职位: '信通主任',
    联系电话: `1${String(3_900_000_000 + number)}`,
    客户状态: '接触中',
    片区: '云岭片区',
    负责人: '焦尔',
    城市: '岚汀市',
    地址: '',
    ...more,
  }
  return heading.map((name) => cells[name] ?? null)
}

/** A workbook with the given lines; `arrange` may merge, hide and format. */
export async function xlsx(
  lines: readonly (readonly Cell[])[],
  arrange?: (sheet: ExcelJS.Worksheet) => void,
) {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('客户')
  for (const cells of lines) sheet.addRow([...cells])
  arrange?.(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A large workbook, written row by row. */
export async function largeXlsx(rows: Iterable<readonly Cell[]>): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  const sheet = workbook.addWorksheet('客户')
  for (const cells of rows) sheet.addRow([...cells]).commit()
  sheet.commit()
  await workbook.commit()
  return bytes
}

export const csv = (lines: readonly (readonly Cell[])[], delimiter = ',') =>
  lines.map((cells) => cells.map((cell) => String(cell ?? '')).join(delimiter)).join('\r\n')

export function form(content: string | Uint8Array, fileName = '客户清单.xlsx'): FormData {
  const data = new FormData()
  data.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), fileName)
  return data
}

export const defaults = {
  regionId: null,
  ownerId: null,
  status: null,
  type: null,
  tradeStatus: null,
  grade: null,
  overwrite: false,
  allowSamePhone: false,
}

type Client = ReturnType<World['as']>

/** Uploads a file and lets it be checked with the mapping that the server proposes. */
export async function checked(client: Client, content: string | Uint8Array, options: object = {}) {
  const uploaded = await client.imports.upload({ form: form(content) })
  await client.imports.check({
    params: { id: uploaded.id },
    body: { mapping: uploaded.mapping, options: { ...defaults, ...options }, version: uploaded.version },
  })
  return settled(client, uploaded.id)
}

/** Uploads, checks and imports. */
export async function imported(
  client: Client,
  content: string | Uint8Array,
  mode: 'all_or_nothing' | 'valid_rows' = 'valid_rows',
  options: object = {},
) {
  const { id, version } = await checked(client, content, options)
  await client.imports.run({ params: { id }, body: { mode, version } })
  return settled(client, id)
}

/** Waits, as the screen does, until nothing is under way any more. */
export async function settled(client: Client, id: string) {
  for (;;) {
    const found = await client.imports.get({ params: { id } })
    if (found.state !== 'checking' && found.state !== 'running') return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Outcome and sentences of every row that has one of its own. */
export async function rowsOf(client: Client, id: string, query: object = {}) {
  const { items } = await client.imports.rows({ params: { id }, query: { limit: 200, ...query } })
  return items.map(({ rowNo, outcome, name, reasons }) => ({
    rowNo,
    outcome,
    name,
    reasons: reasons.map(({ column, text }) => (column ? `${column}：${text}` : text)),
  }))
}
