import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import {
  type ParameterRow,
  type Parameters,
  type ParameterValue,
  resolveParameters,
} from '@zhuowei/domain/clauses/parameters.ts'
import { loadCalendar } from '../calendar/load.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** What a rule of the regulation needs besides the facts. */
export interface Rules {
  parameters: Parameters
  calendar: WorkCalendar
}

/** The rules of a division as they stand on one day; people outside the divisions see the defaults. */
export async function loadRules(
  db: Database | Trx,
  divisionId: string | null,
  onDate: PlainDate,
): Promise<Rules> {
  return {
    parameters: resolveParameters(await loadDecisions(db, divisionId), onDate),
    calendar: await loadCalendar(db),
  }
}

/** The decisions of a division in order, for rules that look at more than one day. */
export async function loadDecisions(db: Database | Trx, divisionId: string | null): Promise<ParameterRow[]> {
  if (divisionId === null) return []
  return db
    .selectFrom('regulationParameters')
    .select(['key', 'effectiveFrom'])
    .select((row) => row.ref('value').$castTo<ParameterValue>().as('value')) // setParameter let only such values in
    .where('divisionId', '=', divisionId)
    .orderBy('effectiveFrom')
    .execute()
}
