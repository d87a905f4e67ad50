import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { endOf, selectMeetings } from './select-meetings.ts'

/**
 * The meetings between two instants that this person may see, for calendars and for who is free. `attending` says whether one of these
 * people, himself unless others are named, is asked to come; to the weekly meeting everybody of its division is.
 */
export async function meetingsBetween(
  db: Database | Trx,
  actor: Actor,
  from: Date,
  to: Date,
  personIds: readonly string[] = [actor.id],
) {
  const rows = await selectMeetings(db, actor)
    .select((row) => [
      row
        .exists(
          row
            .selectFrom('meetingAttendees')
            .select(sql`1`.as('one'))
            .whereRef('meetingId', '=', 'meetings.id')
            .where('personId', 'in', [...personIds]),
        )
        .as('invitesOne'),
      row
        .exists(
          row
            .selectFrom('people')
            .select(sql`1`.as('one'))
            .whereRef('people.divisionId', '=', 'meetings.divisionId')
            .where('people.id', 'in', [...personIds]),
        )
        .as('isOfTheirDivision'),
    ])
    .where('meetings.startsAt', '>=', from)
    .where('meetings.startsAt', '<', to)
    .where('meetings.state', '<>', 'proposed')
    .orderBy('meetings.startsAt')
    .limit(500)
    .execute()
  return rows.map((row) => {
    const { id, divisionId, kind, title, place, startsAt, state, version, updatedAt } = row
    return {
      ...{ id, divisionId, kind, title, place, startsAt, state, version, updatedAt },
      endsAt: endOf(row),
      attending: Boolean(row.invitesOne) || (kind === 'regular' && Boolean(row.isOfTheirDivision)),
    }
  })
}
