import { atShanghai, endOfDay, shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { agendaAt } from '@zhuowei/domain/meetings/series.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/in-transaction.ts'
import { buildAgenda, inviteAll } from './agenda.ts'
import { awayAt } from './away.ts'
import { staffAt } from './people.ts'
import { recordMeetingEvent, tell } from './telling.ts'

/** At 09:00 of its day the agenda of a weekly meeting is made and told; until the meeting begins it takes over what still comes in. */
export async function keepAgendas(db: Database | Trx, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const meetings = await db
    .selectFrom('meetings')
    .select(['id', 'divisionId', 'startsAt'])
    .where('kind', '=', 'regular')
    .where('state', '=', 'planned')
    .where('startsAt', '>=', atShanghai(today, '00:00'))
    .where('startsAt', '<', endOfDay(today))
    .execute()
  for (const { id, divisionId, startsAt } of meetings) {
    const { parameters } = await loadRules(db, divisionId, today)
    if (now >= agendaAt(startsAt, parameters)) await inTransaction(db, (trx) => keepAgenda(trx, id, now))
  }
}

async function keepAgenda(db: Trx, id: string, now: Date): Promise<void> {
  const meeting = await db
    .selectFrom('meetings')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .forUpdate()
    .executeTakeFirst()
  if (!meeting) return
  await buildAgenda(db, meeting, now)
  await inviteAll(db, meeting)
  if (meeting.agendaBuiltAt) return
  await db.updateTable('meetings').set({ agendaBuiltAt: now }).where('id', '=', id).execute()
  await recordMeetingEvent({ db, actor: null, now }, meeting, {
    verb: 'meeting.agenda_made',
    summary: `${meeting.number} 生成议程`,
  })
  const isAway = await awayAt(db, meeting.divisionId, meeting.startsAt)
  const staff = await staffAt(db, meeting.divisionId, meeting.startsAt)
  await tell(
    { db, now },
    {
      personIds: staff.filter((person) => isAway(person.id).away !== 'leave').map((person) => person.id),
      meetingId: id,
      title: `周例会 ${shanghaiTime(meeting.startsAt)}，议程已生成`,
      dedupeKey: `agenda-${id}`,
      forGroup: true,
    },
  )
}
