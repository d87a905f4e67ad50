import type { ReportKind } from '@zhuowei/contract/report-shapes.ts'
import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { type JoinBuilder, sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'

/** A report and the obligation that it answers to. */
export const answersTo = (join: JoinBuilder<DB, 'reports' | 'obligations'>) =>
  join
    .onRef('obligations.personId', '=', 'reports.authorId')
    .onRef('obligations.kind', '=', 'reports.kind')
    .onRef('obligations.periodKey', '=', 'reports.periodKey')

/**
 * Reports as lists show them, each with what it counts as; one that answers to no obligation has no state. A complete draft is
 * submitted from its deadline on, as in `stateNow`.
 */
export function reportsWithState(db: Database | Trx, now: Date) {
  return db
    .selectFrom('reports')
    .leftJoin('obligations', answersTo)
    .select([
      'reports.id',
      'reports.periodKey',
      'reports.subject',
      'reports.description',
      'reports.result',
      'reports.issue',
      'reports.autoSubmitted',
    ])
    .select((row) => row.ref('reports.kind').$castTo<ReportKind>().as('kind')) // reports_kind_known
    .select([
      sql<Date | null>`coalesce(reports.submitted_at,
        case when obligations.state = 'pending' and obligations.files_at <= ${now} then obligations.files_at end)`.as(
        'submittedAt',
      ),
      sql<ReportState | null>`case when obligations.id is not null then ${stateNow(now)} end`.as('state'),
    ])
}
