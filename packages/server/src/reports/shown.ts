import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { Content } from './content.ts'
import { parseLines } from './lines.ts'

/** What others see of a report: 完成情况 of a week is its author's draft until it is submitted, also where its plan was (§3A). */
export function shownContent(row: {
  description: unknown
  result: unknown
  issue: string | null
  submittedAt: Date | null
}): Content {
  const content = {
    description: parseLines(row.description),
    result: parseLines(row.result),
    issue: row.issue,
  }
  return row.submittedAt ? content : asPromised(content)
}

/** A plan as it was promised, without what is said of it later. */
export const asPromised = <T extends { description: readonly ReportLine[] }>(plan: T) => ({
  ...plan,
  description: plan.description.map(({ issue: _, ...line }): ReportLine => ({ ...line, done: null })),
  result: [],
  issue: null,
})
