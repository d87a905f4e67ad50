import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * What an obligation counts as at `now`, whether or not the closing job has run: the one expression by which every query reads
 * it. Only pending rows change by the mere passing of time; all else was decided when it was written.
 */
export const stateNow = (now: Date): RawBuilder<ReportState> => sql<ReportState>`(case
  when obligations.state <> 'pending' then obligations.state
  when obligations.files_at <= ${now} then obligations.files_as
  when obligations.closes_at < ${now} then 'missed'
  else 'pending' end)`

/** When the report was first complete and filed; a complete draft files itself at its deadline. */
export const filedAtNow = (now: Date): RawBuilder<Date | null> => sql<Date | null>`coalesce(
  obligations.first_complete_at, case when obligations.files_at <= ${now} then obligations.files_at end)`
