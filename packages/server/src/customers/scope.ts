import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { DB } from '../platform/db/schema.d.ts'
import { regionsOf } from './access.ts'

/** The rows of `may.see` as the database can find them: one division or all; in it, everything or some regions and one's own. */
export type CustomerScope =
  | { kind: 'everything' }
  | { kind: 'division'; divisionId: string }
  | { kind: 'regions'; divisionId: string; regionIds: readonly string[]; ownerId: string }
  | { kind: 'nothing' }

export function scopeOf(actor: Actor): CustomerScope {
  const { role, divisionId } = actor
  if (role === 'gm') return { kind: 'everything' }
  if (role === 'adm' || !divisionId) return { kind: 'nothing' }
  if (role === 'dm' || role === 'oa') return { kind: 'division', divisionId }
  return { kind: 'regions', divisionId, regionIds: regionsOf(actor), ownerId: actor.id }
}

/** `where(visibleCustomers(actor))` on any query that has the table `customers`: the same rows as `may.see`, without removed ones. */
export function visibleCustomers(actor: Actor) {
  const scope = scopeOf(actor)
  return (row: ExpressionBuilder<DB, 'customers'>): ExpressionWrapper<DB, 'customers', SqlBool> => {
    const present = row('customers.deletedAt', 'is', null)
    switch (scope.kind) {
      case 'everything':
        return row.and([present])
      case 'nothing':
        return row.and([row.lit(false)])
      case 'division':
        return row.and([present, row('customers.divisionId', '=', scope.divisionId)])
      case 'regions':
        return row.and([
          present,
          row('customers.divisionId', '=', scope.divisionId),
          row.or([
            row('customers.ownerId', '=', scope.ownerId),
            row('customers.regionId', '=', sql<string>`any(${[...scope.regionIds]}::uuid[])`),
          ]),
        ])
    }
  }
}
