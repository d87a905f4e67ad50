import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { generateObligations } from './generate.ts'
import { filedAtNow, stateNow } from './state.ts'

export type LedgerRow = NonNullable<Awaited<ReturnType<typeof findObligation>>>

/** What the ledger says of one person and day, as it counts at `now`. */
export function findObligation(db: Database | Trx, personId: string, date: PlainDate, now: Date) {
  return ledgerRows(db, now)
    .where('obligations.personId', '=', personId)
    .where('obligations.kind', '=', 'daily')
    .where('obligations.periodKey', '=', date)
    .executeTakeFirst()
}

/** The same by its number, for decisions about it. */
export function findObligationById(db: Database | Trx, id: string, now: Date) {
  return ledgerRows(db, now).where('obligations.id', '=', id).executeTakeFirst()
}

/** Writes the row of a working day that the nightly run has not reached yet, so that the report has something to answer to. */
export async function ensureObligation(
  trx: Trx,
  { divisionId, personId, date }: { divisionId: string; personId: string; date: PlainDate },
  now: Date,
): Promise<void> {
  const known = await trx
    .selectFrom('obligations')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '=', date)
    .executeTakeFirst()
  if (known) return
  const horizon = await trx
    .selectFrom('obligationHorizons')
    .select('fromDate')
    .where('divisionId', '=', divisionId)
    .executeTakeFirst()
  // A day before the division began to work with this system is nobody's omission.
  if (horizon && date < horizon.fromDate) return
  await generateObligations(trx, { divisionId, from: date, to: date, people: [personId] }, now)
}

function ledgerRows(db: Database | Trx, now: Date) {
  return db
    .selectFrom('obligations')
    .select([
      'obligations.id',
      'obligations.divisionId',
      'obligations.personId',
      'obligations.onDate',
      'obligations.dueAt',
      'obligations.graceAt',
      'obligations.closesAt',
      'obligations.closedAt',
      'obligations.reportId',
      'obligations.specialReason',
      'obligations.reasonRejectedAt',
      'obligations.reasonRejectedBy',
      'obligations.reasonRejectedWhy',
      'obligations.waivedAt',
      'obligations.waivedBy',
      'obligations.waiveReason',
      'obligations.upheldAt',
      'obligations.upheldBy',
      'obligations.upheldWhy',
      'obligations.filesAt',
    ])
    .select((row) => [
      row.ref('obligations.exemption').$castTo<Exemption | null>().as('exemption'), // obligations_exemption_known
      row.ref('obligations.reasons').$castTo<Reason[]>().as('reasons'), // written from Reason[] by write.ts
    ])
    .select([stateNow(now).as('state'), filedAtNow(now).as('filedAt')])
}
