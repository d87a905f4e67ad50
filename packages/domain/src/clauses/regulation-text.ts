import { divisionClauses } from './original/division.ts'
import { workClauses } from './original/work.ts'

/**
 * The regulation as it was issued, clause by clause. Wording is verbatim, typos included (疏露, 须好); only ASCII
 * punctuation is shown full-width. Where the text has a hole the clause says so instead of being invented.
 */
const original = { ...divisionClauses, ...workClauses }

export type ClauseId = keyof typeof original

export type Clause = { id: ClauseId; title?: string; text: string; mark?: 'truncated' | 'missing' }

const marks: Partial<Record<ClauseId, NonNullable<Clause['mark']>>> = {
  '二.2.1)(8)': 'missing',
  '六.2.1)': 'missing',
  '七.2.6)': 'truncated',
}

/** In the order of the document. */
export const clauses: readonly Clause[] = codesInOrder().map(toClause)

export function clauseById(id: ClauseId): Clause {
  return toClause(id)
}

export function isClauseId(id: string): id is ClauseId {
  return Object.hasOwn(original, id)
}

function codesInOrder(): ClauseId[] {
  // Object.keys forgets the key type; no id looks like an integer, so the written order is kept.
  return Object.keys(original) as ClauseId[]
}

function toClause(id: ClauseId): Clause {
  const entry: string | readonly [title: string, text?: string] = original[id]
  const mark = marks[id]
  const body = typeof entry === 'string' ? { text: entry } : { title: entry[0], text: entry[1] ?? '' }
  return { id, ...body, ...(mark && { mark }) }
}
