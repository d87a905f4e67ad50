import type { PlainDate } from '../calendar/dates.ts'
import { weekdayShort } from '../calendar/wording.ts'
import {
  clipLine,
  type DraftGradeChange,
  type DraftLine,
  type DraftNewCustomer,
  type DraftVisit,
  gradeChangeLine,
  newCustomerLine,
  trimEnd,
  visitLine,
} from './daily-draft.ts'

type OnDay<F> = F & { on: PlainDate }

export type TripFacts = {
  visits: readonly OnDay<DraftVisit & { nextStep: string | null; nextOn: PlainDate | null }>[]
  newCustomers: readonly OnDay<DraftNewCustomer>[]
  gradeChanges: readonly OnDay<DraftGradeChange>[]
}

/**
 * 五.4.2)① the report of a trip: 工作内容 day by day from what was recorded on the way; of 出差效果，存在问题及下一步计划 only the next
 * steps are known, the rest is the traveller's to say.
 */
export function tripDraft(facts: TripFacts): { contentLines: DraftLine[]; outcomeLines: DraftLine[] } {
  const visits = facts.visits.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  const told = [
    ...visits.map((visit) => ({ on: visit.on, line: visitLine(visit) })),
    ...facts.newCustomers.map((customer) => ({ on: customer.on, line: newCustomerLine(customer) })),
    ...facts.gradeChanges.map((change) => ({ on: change.on, line: gradeChangeLine(change) })),
  ]
  return {
    contentLines: told
      .toSorted((one, other) => one.on.localeCompare(other.on))
      .map(({ on, line }) => ({
        ...line,
        text: clipLine(`${on.slice(5)} ${weekdayShort(on)}：${line.text}`),
      })),
    outcomeLines: visits.flatMap(({ id, account, nextStep, nextOn }) =>
      nextStep
        ? {
            text: clipLine(
              `下一步：${account}，${trimEnd(nextStep)}${nextOn ? `（${nextOn.slice(5)} 前）` : ''}。`,
            ),
            ref: { type: 'visit' as const, id },
          }
        : [],
    ),
  }
}
