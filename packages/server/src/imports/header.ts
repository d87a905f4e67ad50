import { proposeMapping } from './columns.ts'
import type { FileRow } from './reading/file-row.ts'

/** Lists begin with a title, a unit, a date; the headings stand within the first ten lines that are not empty. */
export const headerWithin = 10

/** The line that names most fields; null when no line names two. */
export function bestHeader(rows: readonly FileRow[]): { row: FileRow; score: number } | null {
  let best: { row: FileRow; score: number } | null = null
  for (const row of rows.slice(0, headerWithin)) {
    const score = headerScore(row.cells)
    if (score >= 2 && score > (best?.score ?? 0)) best = { row, score }
  }
  return best
}

function headerScore(cells: readonly string[]): number {
  const named = proposeMapping(cells).filter((field) => field !== null).length
  // A line of data may hold a word that is a heading elsewhere, but not together with numbers.
  const numbers = cells.filter((cell) => /\d{5,}/.test(cell)).length
  return named - numbers
}
