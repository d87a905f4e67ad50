import type { PlainDate } from '../calendar/dates.ts'
import type { DraftLine, DraftRef } from './daily-draft.ts'

/** One thing that the system knows to have happened, in the words of a report, and the customer it was about. */
export type Happening = DraftLine & { on: PlainDate; customer: { id: string; name: string } | null }

/** An item of a plan as far as it can be found again: as the task that it is, by the customer of its source, otherwise by a name in its words. */
export type Promised = { text: string; customerId: string | null; ref?: DraftRef | null }

/**
 * 五.2.3)②: what was promised stands beside what happened. A happening may keep two promises to the same customer; the rest was done
 * besides the plan.
 */
export function besidePromises(
  promised: readonly Promised[],
  happenings: readonly Happening[],
): { beside: Happening[][]; rest: Happening[] } {
  const inOrder = happenings.toSorted((one, other) => one.on.localeCompare(other.on))
  const beside = promised.map((item) => inOrder.filter((happening) => keeps(item, happening)))
  const told = new Set(beside.flat())
  return { beside, rest: inOrder.filter((happening) => !told.has(happening)) }
}

function keeps({ text, customerId, ref }: Promised, { customer, ref: of }: Happening): boolean {
  if (ref?.type === 'task' && of?.type === 'task') return ref.id === of.id
  if (!customer) return false
  return customerId ? customerId === customer.id : text.includes(customer.name)
}
