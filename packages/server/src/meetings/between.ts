import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { endOf, selectMeetings } from './select-meetings.ts'

/**
 * The meetings between two instants that this person may see, for calendars, 今天 and who is free. `attending` says whether he himself is
 * asked to come; to the weekly meeting everybody of the division is.
 */
export async function meetingsBetween(db: Database | Trx, actor: Actor, from: Date, to: Date) {
  const rows = await selectMeetings(db, actor)
    .leftJoin('meetingAttendees as own', (join) =>
      join.onRef('own.meetingId', '=', 'meetings.id').on('own.personId', '=', actor.id),
    )
    .select('own.state as ownState')
    .where('meetings.startsAt', '>=', from)
    .where('meetings.startsAt', '<', to)
    .where('meetings.state', '<>', 'proposed')
    .orderBy('meetings.startsAt')
    .limit(500)
    .execute()
  return rows.map((row) => {
    const { id, number, kind, form, title, place, startsAt, state, version, updatedAt } = row
    return {
      ...{ id, number, kind, form, title, place, startsAt, state, version, updatedAt },
      endsAt: endOf(row),
      attending: row.ownState !== null || (kind === 'regular' && actor.divisionId === row.divisionId),
    }
  })
}
