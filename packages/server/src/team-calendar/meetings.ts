import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { meetingsBetween } from '../meetings/between.ts'
import type { Reading } from '../platform/http/implement.ts'
import { type Entry, instantsOf, type Span } from './entries.ts'

/** 四: the meetings that one of these people is asked to, once each; with nobody named those of the division. What is cancelled is gone. */
export async function meetingsOf(
  { db, actor, now }: Reading,
  span: Span,
  { personIds, divisionId }: { personIds?: readonly string[]; divisionId?: string },
): Promise<Entry[]> {
  const meetings = await meetingsBetween(db, actor, ...instantsOf(span), personIds)
  return meetings
    .filter((one) => one.state !== 'cancelled' && (personIds ? one.attending : one.divisionId === divisionId))
    .map(({ id, title, place, startsAt, endsAt, updatedAt, version }): Entry => {
      const date = shanghaiDate(startsAt)
      return {
        ...{ key: `meeting:${id}`, kind: 'meeting', from: date, to: date, at: startsAt, until: endsAt },
        ...{ title, place, person: null, link: `/meetings/${id}`, changedAt: updatedAt },
        state: endsAt < now ? 'done' : 'plain',
        revision: version - 1,
        busy: true,
      }
    })
}
