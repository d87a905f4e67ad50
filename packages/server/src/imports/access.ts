import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'

/** §3A: the manager and the office of a division import for it and see each other's imports; nobody else does. */
export function visibleImports(actor: Actor) {
  return (row: ExpressionBuilder<DB, 'imports'>) => row('imports.divisionId', '=', actor.divisionId)
}
