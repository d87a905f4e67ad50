import type { ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { type JoinBuilder, sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'

/** A report and the obligation that it answers to: of a weekly record the plan's until the summary is submitted. */
export const answersTo = (join: JoinBuilder<DB, 'reports' | 'obligations'>) =>
  join
    .onRef('obligations.personId', '=', 'reports.authorId')
    .on(
      'obligations.kind',
      '=',
      sql<string>`case when reports.kind <> 'weekly' then reports.kind
      when reports.submitted_at is null and reports.plan_submitted_at is not null then 'weekly_plan'
      else 'weekly_summary' end`,
    )
    .onRef('obligations.periodKey', '=', 'reports.periodKey')

/** An obligation and the report, or draft, that answers to it. */
export const answeredBy = (join: JoinBuilder<DB, 'reports' | 'obligations'>) =>
  join
    .onRef('reports.authorId', '=', 'obligations.personId')
    .on(
      'reports.kind',
      '=',
      sql<string>`case when obligations.kind in ('weekly_summary', 'weekly_plan') then 'weekly'
      else obligations.kind end`,
    )
    .onRef('reports.periodKey', '=', 'obligations.periodKey')

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
      'reports.onDate',
      'reports.subject',
      'reports.description',
      'reports.result',
      'reports.issue',
      'reports.autoSubmitted',
      'reports.planAutoSubmitted',
      'reports.submittedAt as summarySubmittedAt',
    ])
    .select((row) => row.ref('reports.kind').$castTo<ReportKind>().as('kind')) // reports_kind_known
    .select([
      sql<Date | null>`coalesce(reports.handed_at,
        case when obligations.state = 'pending' and obligations.files_at <= ${now} then obligations.files_at end)`.as(
        'submittedAt',
      ),
      sql<ReportState | null>`case when obligations.id is not null then ${stateNow(now)} end`.as('state'),
    ])
}

/** When what stands below the plan was submitted; of any report but a weekly one that is all of it. */
export const submittedOf = (row: {
  kind: ReportKind
  summarySubmittedAt: Date | null
  submittedAt: Date | null
}) => (row.kind === 'weekly' ? row.summarySubmittedAt : row.submittedAt)
