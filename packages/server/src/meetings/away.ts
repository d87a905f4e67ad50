import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import type { Away } from '@zhuowei/domain/meetings/meeting.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

export interface Absent {
  away: Away
  /** Half a day only. */
  awayPart: 'am' | 'pm' | null
}

const here: Absent = { away: null, awayPart: null }

/** Who is on leave or on a trip when the meeting begins; approved ones only, and never why. */
export async function awayAt(
  db: Database | Trx,
  divisionId: string,
  at: Date,
): Promise<(personId: string) => Absent> {
  const rows = await awayOn(db, shanghaiDate(at))
    .select('personId')
    .select((row) => [
      row.ref('kind').$castTo<'leave' | 'trip'>().as('kind'), // absences_kind_known
      row.ref('portion').$castTo<'full' | 'am' | 'pm'>().as('portion'), // absences_portion_known
    ])
    .where('divisionId', '=', divisionId)
    .execute()
  const away = new Map<string, Absent>()
  for (const { personId, kind, portion } of rows) {
    if (portion !== 'full' && portion !== halfOf(at)) continue
    // Leave within a trip: he takes no part.
    if (away.get(personId)?.away === 'leave') continue
    away.set(personId, { away: kind, awayPart: portion === 'full' ? null : portion })
  }
  return (personId) => away.get(personId) ?? here
}

/** The approved leave and trips of a day. */
export const awayOn = (db: Database | Trx, date: PlainDate) =>
  db
    .selectFrom('absences')
    .where('fromDate', '<=', date)
    .where('toDate', '>=', date)
    .where('approvedAt', 'is not', null)
    .where('cancelledAt', 'is', null)

export const halfOf = (at: Date) => (shanghaiTime(at) < '12:30' ? 'am' : 'pm')
