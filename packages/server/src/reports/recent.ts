import { addDays, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import { complianceRate } from '@zhuowei/domain/reports/timeliness.ts'
import { stateNow } from '../obligations/state.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { type Ask, alone } from '../platform/db/together.ts'

const shown = 20

/** The last 20 working days of a person, oldest first, and the rate over them. */
export async function recentStrip(
  db: Database | Trx,
  personId: string,
  today: PlainDate,
  now: Date,
  ask: Ask = alone,
) {
  const lately = db
    .selectFrom('obligations')
    .select(['onDate', 'reportId'])
    .select(stateNow(now).as('state'))
    .select((row) => row.ref('exemption').$castTo<Exemption | null>().as('exemption')) // obligations_exemption_known
    .where('personId', '=', personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '<=', today)
    .where('periodKey', '>', addDays(today, -90))
    .orderBy('periodKey', 'desc')
    .limit(shown)
  const rows = await ask(lately)
  const days = rows.reverse().map(({ onDate, ...row }) => ({ ...row, date: onDate }))
  return { days, compliance: complianceRate(days.map(({ state }) => state)) }
}
