import type { ParameterRow, ParameterValue } from '@zhuowei/domain/clauses/parameters.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What a division has decided about the numbers and choices of the regulation, in the order in which it takes effect. */
export function loadDecisions(db: Database | Trx, divisionId: string): Promise<ParameterRow[]> {
  return db
    .selectFrom('regulationParameters')
    .select(['key', 'effectiveFrom'])
    .select((row) => row.ref('value').$castTo<ParameterValue>().as('value')) // setParameter let only such values in
    .where('divisionId', '=', divisionId)
    .orderBy('effectiveFrom')
    .execute()
}
