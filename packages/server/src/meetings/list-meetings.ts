import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Availability, MeetingQuery, TrainingHours } from '@zhuowei/contract/meetings.ts'
import { atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { visibleMeetings } from './access.ts'
import { awayAt } from './away.ts'
import { meetingsBetween } from './between.ts'
import { staffAt } from './people.ts'
import { presentMeeting, selectMeetings } from './select-meetings.ts'

const day = 24 * 60 * 60_000

/** What is coming by its time, with what still runs or waits for its minutes; or what was, the latest first. */
export async function listMeetings({ db, actor, now }: Reading, query: MeetingQuery) {
  const coming = query.when === 'coming'
  const direction = coming ? 'asc' : 'desc'
  let rows = selectMeetings(db, actor)
    .where(coming ? isComing(now) : sql<boolean>`not ${isComing(now)}`)
    .orderBy('meetings.startsAt', direction)
    .orderBy('meetings.id', direction)
    .limit(query.limit + 1)
  if (query.kind) rows = rows.where('meetings.kind', '=', query.kind)
  if (query.cursor) {
    const [at, id] = readCursor(query.cursor, 2)
    const beyond = sql`(${at}::timestamptz, ${id}::uuid)`
    rows = rows.where(
      coming
        ? sql<boolean>`(meetings.starts_at, meetings.id) > ${beyond}`
        : sql<boolean>`(meetings.starts_at, meetings.id) < ${beyond}`,
    )
  }
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(presentMeeting),
    next: found.length > query.limit && last ? cursorOf(last.startsAt.toISOString(), last.id) : null,
  }
}

/** Not over yet: to be decided, to come, running, or lately ended without minutes. */
const isComing = (now: Date) => sql<boolean>`(meetings.state in ('proposed', 'running', 'ended')
  or (meetings.state = 'planned' and meetings.starts_at > ${new Date(now.getTime() - day)})
  or (meetings.state = 'cancelled' and meetings.starts_at > ${now}))`

/** Whom a meeting at that time would miss; why somebody is away is not said. */
export async function availabilityAt(reading: Reading, at: Date): Promise<OnServer<Availability>[]> {
  const { db, actor } = reading
  const { divisionId } = actor
  if (!divisionId) return []
  const [staff, isAway, meetings] = await Promise.all([
    staffAt(db, divisionId, at),
    awayAt(db, divisionId, at),
    meetingsBetween(db, actor, new Date(at.getTime() - day / 2), new Date(at.getTime() + 1)),
  ])
  const running = meetings.filter(({ state, endsAt }) => state === 'planned' && endsAt > at)
  const busy = await attendingOf(
    reading,
    running.map(({ id }) => id),
  )
  return staff.map(({ id, name }) => {
    const other = running.find((meeting) => meeting.kind === 'regular' || busy.has(`${meeting.id} ${id}`))
    return { person: { id, name }, ...isAway(id), busy: other?.title ?? null }
  })
}

async function attendingOf({ db }: Reading, meetingIds: readonly string[]): Promise<Set<string>> {
  if (meetingIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('meetingAttendees')
    .select(['meetingId', 'personId'])
    .where('meetingId', 'in', meetingIds)
    .execute()
  return new Set(rows.map(({ meetingId, personId }) => `${meetingId} ${personId}`))
}

/** 四.2-第三 the hours of everybody in a year, with the meetings behind them. */
export async function trainingHours(
  { db, actor }: Reading,
  year: number,
): Promise<OnServer<TrainingHours>[]> {
  const rows = await visibleMeetings(db, actor)
    .innerJoin('meetingAttendees', 'meetingAttendees.meetingId', 'meetings.id')
    .innerJoin('people', 'people.id', 'meetingAttendees.personId')
    .select([
      'people.id as personId',
      'people.name',
      'meetings.id',
      'number',
      'title',
      'startsAt',
      'trainingMinutes',
    ])
    .where('meetings.form', '=', 'training')
    .where('meetings.startsAt', '>=', atShanghai(`${year}-01-01`, '00:00'))
    .where('meetings.startsAt', '<', atShanghai(`${year + 1}-01-01`, '00:00'))
    .where('trainingMinutes', '>', 0)
    .orderBy('people.employeeNo')
    .orderBy('startsAt')
    .execute()
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].map((own) => ({
    person: { id: own[0]?.personId ?? '', name: own[0]?.name ?? '' },
    minutes: own.reduce((sum, { trainingMinutes }) => sum + (trainingMinutes ?? 0), 0),
    meetings: own.map(({ id, number, title, startsAt, trainingMinutes }) => ({
      ...{ id, number, title, startsAt },
      minutes: trainingMinutes ?? 0,
    })),
  }))
}
