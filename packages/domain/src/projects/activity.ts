import { addDays, daysBetween, type PlainDate } from '../calendar/dates.ts'
import type { Parameters } from '../clauses/parameters.ts'

export type Motion = 'moving' | 'stalled' | 'long_stalled'

type Days = Pick<Parameters, 'project.stalledDays' | 'project.longStalledDays'>

/** 二.2.1)(5) how long nothing has happened with the project, and whether that is too long. */
export function motionOf(
  lastActivityOn: PlainDate,
  today: PlainDate,
  days: Days,
): { motion: Motion; days: number } {
  const silent = daysBetween(lastActivityOn, today)
  if (silent >= days['project.longStalledDays']) return { motion: 'long_stalled', days: silent }
  return { motion: silent >= days['project.stalledDays'] ? 'stalled' : 'moving', days: silent }
}

/** 报备 (§2B): the last day on which the project is its owner's; each activity renews it. */
export const protectedUntil = (
  lastActivityOn: PlainDate,
  { 'project.protectionDays': days }: Pick<Parameters, 'project.protectionDays'>,
): PlainDate => addDays(lastActivityOn, days)

export interface Registration {
  projectId: string
  registeredAt: Date
  lastActivityOn: PlainDate
}

/** 撞单: whose claim comes first, the earliest among those that are still valid; the manager decides in the end. Null: none is valid. */
export function firstClaim<R extends Registration>(
  registrations: readonly R[],
  today: PlainDate,
  parameters: Pick<Parameters, 'project.protectionDays'>,
): R | null {
  const valid = registrations.filter(
    ({ lastActivityOn }) => protectedUntil(lastActivityOn, parameters) >= today,
  )
  const [first] = valid.toSorted(
    (one, other) =>
      one.registeredAt.getTime() - other.registeredAt.getTime() || (one.projectId < other.projectId ? -1 : 1),
  )
  return first ?? null
}
