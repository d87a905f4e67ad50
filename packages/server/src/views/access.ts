import type { Actor } from '../platform/actor.ts'

interface ViewFacts {
  personId: string
  divisionId: string | null
  shared: boolean
}

/** One's own views, and those that a colleague of the division shares. Only the author changes a view. */
export const maySee = (actor: Actor, view: ViewFacts): boolean =>
  view.personId === actor.id ||
  (view.shared && view.divisionId !== null && view.divisionId === actor.divisionId)
export const mayEdit = (actor: Actor, view: ViewFacts): boolean => view.personId === actor.id
