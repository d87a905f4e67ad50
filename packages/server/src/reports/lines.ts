import { type ReportLine, reportLine } from '@zhuowei/contract/report-shapes.ts'
import * as z from 'zod'

const stored = z.array(reportLine)

/** Lines as they stand in the database. */
export function parseLines(value: unknown): ReportLine[] {
  return stored.parse(value)
}
