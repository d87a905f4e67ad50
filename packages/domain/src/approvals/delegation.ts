import type { PlainDate } from '../calendar/dates.ts'

/** 代理: from the first to the last day somebody decides for another. */
export interface Delegation {
  fromId: string
  toId: string
  from: PlainDate
  to: PlainDate
}

/** Who decides for a person today; a deputy of a deputy does not, and nobody decides by proxy what he asked for himself. */
export function deputyOf(
  personId: string,
  applicantId: string,
  delegations: readonly Delegation[],
  today: PlainDate,
): string | null {
  const given = delegations.find(
    ({ fromId, toId, from, to }) =>
      fromId === personId && toId !== applicantId && from <= today && today <= to,
  )
  return given?.toId ?? null
}
