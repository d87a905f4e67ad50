import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** §3A 建议: everybody of the division reads them (匿名 is off), 总经理 all. */
export function visibleSuggestions(db: Database | Trx, actor: Actor) {
  const all = db.selectFrom('suggestions')
  return actor.role === 'gm' ? all : all.where('suggestions.divisionId', '=', actor.divisionId)
}

interface SuggestionFacts {
  divisionId: string
  authorId: string
}

export const mayReply = (actor: Actor, { divisionId }: SuggestionFacts) =>
  actor.role === 'dm' && actor.divisionId === divisionId

export const isAuthor = (actor: Actor, { authorId }: SuggestionFacts) => actor.id === authorId
