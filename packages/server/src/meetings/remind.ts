import { atShanghai, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { notify } from '../notifications/notify.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { awayAt } from './away.ts'

/** On a working day at nine, once: how many 遗留问题 are due, not what they say; never on leave. */
export async function remindOwners(db: Database | Trx, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const due = await db
    .selectFrom('actionItems')
    .innerJoin('people', 'people.id', 'actionItems.ownerId')
    .select((row) => ['ownerId', 'actionItems.divisionId', row.fn.countAll<number>().as('count')])
    .where('closedAt', 'is', null)
    .where('dueOn', '<=', today)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', today)]))
    .groupBy(['ownerId', 'actionItems.divisionId'])
    .execute()
  for (const [divisionId, owners] of Map.groupBy(due, (row) => row.divisionId)) {
    const { calendar, parameters } = await loadRules(db, divisionId, today)
    if (!calendar.isWorkingDay(today) || now < atShanghai(today, parameters['meeting.agendaTime'])) continue
    const isAway = await awayAt(db, divisionId, now)
    for (const { ownerId, count } of owners) {
      if (isAway(ownerId).away === 'leave') continue
      const title = `${Number(count)} 项遗留问题到期，请处理或说明`
      const link = '/meetings/action-items'
      await notify(
        db,
        { personIds: [ownerId], kind: 'meeting', title, link, dedupeKey: `action-items-${today}` },
        now,
      )
    }
  }
}
