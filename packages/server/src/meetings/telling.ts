import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { publish } from '../platform/live/live.ts'

export const linkTo = (id: string) => `/meetings/${id}`

interface Told {
  personIds: readonly string[]
  meetingId: string
  title: string
  dedupeKey?: string
  /** It names nobody and no project: the groups of the division may read it, too. */
  forGroup?: true
}

/** 三.1: a notification says that there is something, never what was said. */
export const tell = (
  { db, now }: { db: Database | Trx; now: Date },
  { personIds, meetingId, title, dedupeKey, forGroup }: Told,
) =>
  notify(
    db,
    {
      personIds,
      kind: 'meeting',
      title,
      link: linkTo(meetingId),
      dedupeKey: dedupeKey ?? null,
      ...(forGroup && { forGroup }),
    },
    now,
  )

/** Whoever acts has read what asked him to. */
export const settleOwn = ({ db, actor, now }: Writing, meetingId: string) =>
  settleNotifications(db, { personId: actor.id, link: linkTo(meetingId), kinds: ['meeting'] }, now)

interface Recorded {
  id: string
  divisionId: string
}

/** The event of a command, and the message by which every open page of the meeting reads again. Its sentence holds no word of the minutes. */
export async function recordMeetingEvent(
  { db, actor, now }: { db: Trx; actor: Pick<Actor, 'id'> | null; now: Date },
  { id, divisionId }: Recorded,
  event: { verb: string; summary: string; reason?: string | null; onBehalfOf?: string | null },
): Promise<void> {
  await recordEvent(db, actor, now, { subjectType: 'meeting', subjectId: id, divisionId, ...event })
  await announce(db)
}

export const announce = async (db: Trx): Promise<void> => {
  for (const topic of ['meetings', 'minutes', 'actionItems']) await publish(db, { kind: 'changed', topic })
}
