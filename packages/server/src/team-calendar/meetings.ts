import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { visibleMeetings } from '../meetings/access.ts'
import { meetingsBetween } from '../meetings/between.ts'
import { endOf } from '../meetings/select-meetings.ts'
import { linkTo } from '../meetings/telling.ts'
import type { Reading } from '../platform/http/implement.ts'
import { type Entry, instantsOf, type Span } from './entries.ts'

/** 四: the meetings to which this person is asked; whom else they concern is theirs. */
export async function meetingsOf({ db, actor, now }: Reading, span: Span, personIds: readonly string[]) {
  if (!personIds.includes(actor.id)) return []
  const meetings = await meetingsBetween(db, actor, ...instantsOf(span))
  return meetings
    .filter(({ attending, state }) => attending && state !== 'cancelled')
    .map((meeting) => entryOf(meeting, now))
}

/** The meetings of a division, whoever of it is asked. */
export async function meetingsOfDivision({ db, actor, now }: Reading, span: Span, divisionId: string) {
  const [from, to] = instantsOf(span)
  const rows = await visibleMeetings(db, actor)
    .selectAll('meetings')
    .where('meetings.divisionId', '=', divisionId)
    .where('meetings.state', 'not in', ['proposed', 'cancelled'])
    .where('meetings.startsAt', '>=', from)
    .where('meetings.startsAt', '<', to)
    .orderBy('meetings.startsAt')
    .execute()
  return rows.map((row) => entryOf({ ...row, endsAt: endOf(row) }, now))
}

interface Meeting {
  id: string
  title: string
  place: string | null
  startsAt: Date
  endsAt: Date
  version: number
  updatedAt: Date
}

function entryOf({ id, title, place, startsAt, endsAt, version, updatedAt }: Meeting, now: Date): Entry {
  const day = shanghaiDate(startsAt)
  return {
    key: `meeting:${id}`,
    kind: 'meeting',
    ...{ from: day, to: day, at: startsAt, until: endsAt },
    title,
    person: null,
    state: endsAt < now ? 'done' : 'due',
    link: linkTo(id),
    changedAt: updatedAt,
    revision: version - 1,
    busy: true,
    place,
  }
}
