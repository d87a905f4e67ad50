import { shanghaiDate, shanghaiTime } from '../calendar/dates.ts'
import { shortDate } from '../calendar/wording.ts'
import type { Parameters } from '../clauses/parameters.ts'
import type { ClauseId } from '../clauses/regulation-text.ts'
import type { Deadlines } from './daily.ts'
import type { Reason } from './reason.ts'

/** A time in which nobody could reach the system. */
export type Outage = { from: Date; to: Date }

/** Deadlines after outages, and for each outage that moved them what is said about it. */
export type ExtendedDeadlines = Deadlines & { extended: Reason[] }

/** §1B: time in which the system was down between `opensAt` and a deadline is given back at its end. */
export function extendForOutage(
  { due, grace }: Deadlines,
  opensAt: Date,
  outages: readonly Outage[],
  parameters: Parameters,
  clause: ClauseId = '五.1.3)②',
): ExtendedDeadlines {
  if (!parameters['report.extendOnOutage']) return { due, grace, extended: [] }
  const inOrder = outages.toSorted((one, other) => one.from.getTime() - other.from.getTime())
  const last = extend(grace, opensAt, inOrder)
  return {
    due: extend(due, opensAt, inOrder),
    grace: last,
    extended: inOrder
      .filter(({ from, to }) => to > opensAt && from < last)
      .map((outage) => ({ text: outageText(outage, opensAt), clause })),
  }
}

/** Each outage moves the end on, so one that falls into the extension counts too; overlaps count once. */
function extend(deadline: Date, opensAt: Date, inOrder: readonly Outage[]): Date {
  let end = deadline.getTime()
  let counted = opensAt.getTime()
  for (const { from, to } of inOrder) {
    const start = Math.max(from.getTime(), counted)
    if (start >= end || to.getTime() <= start) continue
    end += to.getTime() - start
    counted = to.getTime()
  }
  return new Date(end)
}

/** 系统自 11-23 周一 08:30 至 11-23 周一 10:00 停机，期限按时长顺延。 */
function outageText({ from, to }: Outage, opensAt: Date): string {
  const at = (instant: Date) =>
    `${shortDate(shanghaiDate(instant), shanghaiDate(opensAt))} ${shanghaiTime(instant)}`
  return `系统自 ${at(from)} 至 ${at(to)} 停机，期限按时长顺延。`
}
