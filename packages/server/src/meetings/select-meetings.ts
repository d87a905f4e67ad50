import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Meeting } from '@zhuowei/contract/meeting-shapes.ts'
import {
  type MeetingForm,
  type MeetingKind,
  type MeetingState,
  meetingClause,
} from '@zhuowei/domain/meetings/meeting.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { visibleMeetings } from './access.ts'

/** The meetings that this person may see, with the names and numbers that stand in a list. */
export function selectMeetings(db: Database | Trx, actor: Actor) {
  return visibleMeetings(db, actor)
    .leftJoin('people as convener', 'convener.id', 'meetings.convenedBy')
    .leftJoin('people as writer', 'writer.id', 'meetings.createdBy')
    .leftJoin('people as publisher', 'publisher.id', 'meetings.publishedBy')
    .selectAll('meetings')
    .select(['convener.name as convenerName', 'writer.name as writerName', 'publisher.name as publisherName'])
    .select((row) => [
      row.ref('meetings.kind').$castTo<MeetingKind>().as('kind'), // meetings_kind_known
      row.ref('meetings.form').$castTo<MeetingForm | null>().as('form'), // meetings_form_known
      row.ref('meetings.state').$castTo<MeetingState>().as('state'), // meetings_state_known
      row
        .selectFrom('meetingAttendees')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('meetingId', '=', 'meetings.id')
        .as('invited'),
      row
        .selectFrom('meetingAttendees')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('meetingId', '=', 'meetings.id')
        .where('state', 'in', ['present', 'remote'])
        .as('attended'),
      row
        .selectFrom('actionItems')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('meetingId', '=', 'meetings.id')
        .where('closedAt', 'is', null)
        .as('openActionItems'),
    ])
}

export type MeetingRow = Awaited<ReturnType<ReturnType<typeof selectMeetings>['execute']>>[number]

export function presentMeeting(row: MeetingRow): OnServer<Meeting> {
  const { id, number, kind, form, title, startsAt, place, state, changeReason, movedFrom, version } = row
  return {
    ...{ id, number, kind, form, title, startsAt, place, state, changeReason, movedFrom, version },
    clause: meetingClause(kind, form),
    endsAt: endOf(row),
    convenedBy: named(row.convenedBy, row.convenerName),
    writtenBy: row.createdBy === row.convenedBy ? null : named(row.createdBy, row.writerName),
    invited: Number(row.invited),
    attended: Number(row.attended),
    openActionItems: Number(row.openActionItems),
  }
}

/** When it ended, or is meant to. */
export const endOf = ({
  startsAt,
  plannedMinutes,
  endedAt,
}: Pick<MeetingRow, 'startsAt' | 'plannedMinutes' | 'endedAt'>) =>
  endedAt && endedAt > startsAt ? endedAt : new Date(startsAt.getTime() + plannedMinutes * 60_000)

export const named = (id: string | null, name: string | null) => (id ? { id, name: name ?? '' } : null)
