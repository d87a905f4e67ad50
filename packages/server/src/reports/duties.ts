import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { OwnDuty } from '@zhuowei/contract/period-reports.ts'
import { addDays, firstDayOfMonth, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { mondayOfWeek, sundayOfWeek } from '@zhuowei/domain/calendar/weeks.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { sql } from 'kysely'
import { editorPath } from '../obligations/names.ts'
import { filedAtNow, stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'

// So far back a list offers what may still be filled in later.
const daysBack = 60
const daysAhead = 7

/** What this person has to write, and wrote lately, the next due first: 日常工作 → 新增任务 begins here. */
export async function ownDuties({ db, actor, now }: Reading): Promise<OnServer<OwnDuty>[]> {
  const today = shanghaiDate(now)
  const rows = await db
    .selectFrom('obligations')
    .leftJoin('absences', (join) =>
      join
        .on('obligations.kind', '=', 'trip')
        .on(sql`absences.id::text`, '=', sql`obligations.period_key`)
        .onRef('absences.personId', '=', 'obligations.personId'),
    )
    .select(['obligations.periodKey', 'obligations.subject', 'obligations.onDate', 'obligations.opensAt'])
    .select(['obligations.dueAt', 'obligations.graceAt', 'obligations.reportId'])
    .select(['absences.fromDate', 'absences.toDate'])
    .select((row) => row.ref('obligations.kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
    .select([stateNow(now).as('state'), filedAtNow(now).as('submittedAt')])
    .where('obligations.personId', '=', actor.id)
    .where('obligations.kind', '<>', 'daily')
    .where('obligations.onDate', '>=', addDays(today, -daysBack))
    .where('obligations.opensAt', '<=', new Date(now.getTime() + daysAhead * 86_400_000))
    .orderBy('obligations.dueAt', 'desc')
    .orderBy('obligations.kind')
    .execute()
  return rows.map(({ fromDate, toDate, onDate, opensAt, periodKey, kind, ...row }) => ({
    ...row,
    kind,
    period: periodKey,
    ...spanOf(kind, periodKey, onDate, { fromDate, toDate }),
    editor: editorPath({ kind, periodKey, opensAt }),
  }))
}

/** The first and the last day that a report of this kind is about. */
export function spanOf(
  kind: ObligationKind,
  key: string,
  onDate: string,
  trip: { fromDate: string | null; toDate: string | null },
): { from: string; to: string } {
  switch (kind) {
    case 'daily':
      return { from: onDate, to: onDate }
    case 'weekly_summary':
    case 'weekly_plan':
      return { from: mondayOfWeek(key), to: sundayOfWeek(key) }
    case 'monthly':
      return { from: firstDayOfMonth(key), to: onDate }
    case 'trip':
      return { from: trip.fromDate ?? onDate, to: trip.toDate ?? onDate }
  }
}
