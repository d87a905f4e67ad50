import { nextCustomerNumbers } from '../customers/number.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { MappedImport } from './bench.ts'

/** What the check promised does not hold any more: somebody wrote in the meantime. */
export class Unsettled extends Error {}

/** Gives the next customers of a region their numbers. */
export type TakeNumbers = (region: { id: string; code: string }, count: number) => Promise<string[]>

/** In the transaction of the chunk: it is short, and takes the numbers before it writes a customer, as a create does. */
export const numbersWithin =
  (trx: Trx, { divisionId }: MappedImport): TakeNumbers =>
  (region, count) =>
    nextCustomerNumbers(trx, divisionId, region.code, count)

/**
 * All that the check counted, before the one long transaction opens. Asked for within it, a number could wait for a create that
 * itself waits for the same name in this transaction, and on two connections the database does not see that they block each other.
 */
export async function numbersAhead(
  db: Database,
  { divisionId, newByRegion }: MappedImport,
): Promise<TakeNumbers> {
  const regions = await db
    .selectFrom('regions')
    .where('divisionId', '=', divisionId)
    .select(['id', 'code'])
    .execute()
  const stock = new Map<string, string[]>()
  for (const { id, code } of regions) {
    const count = newByRegion[id] ?? 0
    if (count > 0) stock.set(id, await nextCustomerNumbers(db, divisionId, code, count))
  }
  return async ({ id }, count) => {
    const numbers = stock.get(id)?.splice(0, count) ?? []
    if (numbers.length < count) throw new Unsettled()
    return numbers
  }
}
