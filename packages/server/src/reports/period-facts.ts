import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { leftOver } from '@zhuowei/domain/reports/daily-draft.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { KnownFact } from './day-facts.ts'
import { parseLines } from './lines.ts'

/** What a weekly, monthly or trip report is about: `from` to `to`, both ends included; the key is that of its record. */
export interface FactPeriod {
  divisionId: string
  personId: string
  kind: Exclude<ObligationKind, 'daily'>
  key: string
  from: PlainDate
  to: PlainDate
}

/** What the system knows of a period, as lines for the boxes of its report (五.2.3)①②, 五.3.2)①, 五.4.2)①). */
export async function periodFacts(
  db: Database | Trx,
  period: FactPeriod,
  _calendar: WorkCalendar,
): Promise<KnownFact[]> {
  return period.kind === 'weekly_plan' ? unfinishedBefore(db, period) : []
}

/** What the last weekly plan left undone is offered again. */
async function unfinishedBefore(db: Database | Trx, { personId, key }: FactPeriod): Promise<KnownFact[]> {
  const last = await db
    .selectFrom('reports')
    .select(['id', 'onDate', 'description'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'weekly')
    .where('periodKey', '<', key)
    .where('planSubmittedAt', 'is not', null)
    .orderBy('periodKey', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return []
  const left = leftOver({ id: last.id, date: last.onDate }, parseLines(last.description))
  return left.map((line) => ({
    at: null,
    line: { ...line, done: null },
    box: 'description',
    clause: '五.2.3)②',
    knownAt: null,
  }))
}
