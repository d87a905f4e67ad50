import type { ClauseId } from '../clauses/regulation-text.ts'

/** A conclusion's ground in words, and the clause it rests on. */
export type Reason = { text: string; clause: ClauseId }
