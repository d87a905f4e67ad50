import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { notify } from '../notifications/notify.ts'
import type { Trx } from '../platform/db/connect.ts'
import { announceReports } from './announce.ts'
import { dutyName, editorPath, type NamedDuty } from './names.ts'
import { stateNow } from './state.ts'

/**
 * Freezes every period whose grace is over (五.1.3)②) and tells those who are now 以没填计. From here on only 补填, a waiver or a
 * rejected reason changes a row. A complete draft that still waits to be filed stays open until it is.
 */
export async function closePeriods(trx: Trx, now: Date): Promise<number> {
  const closed = await trx
    .updateTable('obligations')
    .set({ state: stateNow(now), closedAt: now, updatedAt: now })
    .where('closedAt', 'is', null)
    .where('closesAt', '<', now)
    .where((row) =>
      row.or([row('state', '<>', 'pending'), row('filesAt', 'is', null), row('filesAt', '>', now)]),
    )
    .returning(['divisionId', 'personId', 'periodKey', 'subject', 'onDate', 'opensAt', 'closesAt'])
    .returning((row) => [
      row.ref('state').$castTo<ReportState>().as('state'), // obligations_state_known
      row.ref('kind').$castTo<ObligationKind>().as('kind'), // obligations_kind_known
    ])
    .execute()
  if (closed.length === 0) return 0
  for (const row of closed) {
    if (row.state === 'missed' && isNews(row.closesAt, now)) await tellMissed(trx, row, now)
  }
  for (const divisionId of new Set(closed.map((row) => row.divisionId)))
    await announceReports(trx, divisionId)
  return closed.length
}

const day = 24 * 60 * 60 * 1000

/** After a long standstill nobody is told of every day that passed meanwhile. */
const isNews = (closesAt: Date, now: Date) => now.getTime() - closesAt.getTime() < 3 * day

async function tellMissed(trx: Trx, row: NamedDuty & { personId: string }, now: Date): Promise<void> {
  await notify(
    trx,
    {
      personIds: [row.personId],
      kind: 'missed',
      title: `${dutyName(row, shanghaiDate(now))}以没填计`,
      body: '宽限截止时没有提交。补填后内容保留，仍计未填；如有原因，请向上级说明。',
      link: editorPath(row),
      dedupeKey: `missed:${row.kind}:${row.periodKey}`,
    },
    now,
  )
}
