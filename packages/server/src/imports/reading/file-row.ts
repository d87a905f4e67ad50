import { invalid, type Refusal } from '../../platform/refusal.ts'

/** One line of a table as it stands in the file: its line number there and its cells as text. */
export interface FileRow {
  no: number
  cells: string[]
}

/** A sheet that can be read from its first line, as often as wanted. */
export interface Sheet {
  no: number
  name: string
  rows(): AsyncIterable<FileRow>
}

export interface OpenFile {
  sheets: Sheet[]
  close(): Promise<void>
}

/** More than any field takes, so that an absurd cell is cut here and refused where its column is known. */
const longestCell = 5_000
export const mostColumns = 200

/** A cell without surrounding blanks, spreadsheet escapes (`="0871"`, `'=1+1`) and characters that cannot be stored. */
export function cellText(raw: string): string {
  const plain = raw
    .slice(0, longestCell)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\u200b]/g, '')
    .trim()
  const quoted = /^="(.*)"$/s.exec(plain)
  return (quoted?.[1] ?? plain).replace(/^'(?=[=+\-@])/, '').trim()
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '')

/** Drops the empty cells at the end, which formatted sheets carry by the hundred. */
export function withoutTail(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  return cells.slice(0, length)
}

export const unreadable = (why: string): Refusal => invalid('file', why)
export const damaged = (): Refusal =>
  unreadable('文件不完整或已损坏，请用 Excel 或 WPS 打开后另存为 xlsx 再上传')
