import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { generateObligations } from './generate.ts'
import { filedAtNow, stateNow } from './state.ts'

export type LedgerRow = NonNullable<Awaited<ReturnType<typeof findObligation>>>

/** One thing that one person may owe. */
export interface Owed {
  divisionId: string
  personId: string
  kind: ObligationKind
  key: string
  onDate: PlainDate
}

/** What the ledger says of it, as it counts at `now`. */
export function findObligation(
  db: Database | Trx,
  { personId, kind, key }: Pick<Owed, 'personId' | 'kind' | 'key'>,
  now: Date,
) {
  return ledgerRows(db, now)
    .where('obligations.personId', '=', personId)
    .where('obligations.kind', '=', kind)
    .where('obligations.periodKey', '=', key)
    .executeTakeFirst()
}

/** The same by its number, for decisions about it. */
export function findObligationById(db: Database | Trx, id: string, now: Date) {
  return ledgerRows(db, now).where('obligations.id', '=', id).executeTakeFirst()
}

/** Writes a row that the nightly run has not reached yet, so that the report has something to answer to. */
export async function ensureObligation(trx: Trx, owed: Owed, now: Date): Promise<void> {
  const { divisionId, personId, kind, key, onDate } = owed
  const known = await trx
    .selectFrom('obligations')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('periodKey', '=', key)
    .executeTakeFirst()
  if (known) return
  const horizon = await trx
    .selectFrom('obligationHorizons')
    .select(['fromDate', 'periodsFrom'])
    .where('divisionId', '=', divisionId)
    .executeTakeFirst()
  // What ended before the division began to work with this system is nobody's omission.
  if (horizon && onDate < (kind === 'daily' ? horizon.fromDate : horizon.periodsFrom)) return
  const range = { divisionId, from: onDate, to: onDate, people: [personId] }
  await generateObligations(trx, kind === 'daily' ? { ...range, periods: null } : range, now)
}

function ledgerRows(db: Database | Trx, now: Date) {
  return db
    .selectFrom('obligations')
    .select([
      'obligations.id',
      'obligations.divisionId',
      'obligations.personId',
      'obligations.periodKey',
      'obligations.subject',
      'obligations.onDate',
      'obligations.opensAt',
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
      row.ref('obligations.kind').$castTo<ObligationKind>().as('kind'), // obligations_kind_known
      row.ref('obligations.exemption').$castTo<Exemption | null>().as('exemption'), // obligations_exemption_known
      row.ref('obligations.reasons').$castTo<Reason[]>().as('reasons'), // written from Reason[] by write.ts
    ])
    .select([stateNow(now).as('state'), filedAtNow(now).as('filedAt')])
}
