import type { DraftLine } from '@zhuowei/domain/reports/daily-draft.ts'
import type { KnownFact } from './day-facts.ts'

/** A fact of a week, a month or a trip: where it belongs, under what it is offered, and whether a draft begins with it. */
export function periodFact(
  line: DraftLine,
  about: Pick<KnownFact, 'box'> & { group: string } & Partial<Omit<KnownFact, 'line'>>,
): KnownFact {
  return { at: null, clause: null, knownAt: null, ...about, line: { ...line, done: null } }
}
