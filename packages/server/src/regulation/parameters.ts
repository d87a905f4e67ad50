import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import {
  type ParameterRow,
  type Parameters,
  type ParameterValue,
  resolveParameters,
} from '@zhuowei/domain/clauses/parameters.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** Every number and choice of the regulation as it stands in a division on one day. */
export async function loadParameters(
  db: Database | Trx,
  divisionId: string,
  onDate: PlainDate,
): Promise<Parameters> {
  return resolveParameters(await loadDecisions(db, divisionId), onDate)
}

/** The decisions of a division, for rules that look at more than one day. */
export function loadDecisions(db: Database | Trx, divisionId: string): Promise<ParameterRow[]> {
  return db
    .selectFrom('regulationParameters')
    .select(['key', 'effectiveFrom'])
    .select((row) => row.ref('value').$castTo<ParameterValue>().as('value')) // setParameter let only such values in
    .where('divisionId', '=', divisionId)
    .orderBy('effectiveFrom')
    .execute()
}
