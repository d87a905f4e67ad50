import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Actor } from '../platform/actor.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'

interface Recorded {
  id: string
  divisionId: string
  customerId: string | null
  forGm: boolean
}

/**
 * The event of a step. Its sentence names neither complainant nor person nor what was said, because more people read the timeline
 * than the complaint; one about the manager carries no division, so that he does not meet it in the audit of his own.
 */
export async function recordOnTimeline(
  { db, actor, now }: { db: Trx; actor: Actor | null; now: Date },
  { id, divisionId, customerId, forGm }: Recorded,
  verb: string,
  summary: string,
): Promise<void> {
  await recordEvent(db, actor, now, {
    verb: `complaint.${verb}`,
    subjectType: 'complaint',
    subjectId: id,
    divisionId: forGm ? null : divisionId,
    customerId,
    summary,
  })
}

/** Who dispatches and closes: the manager of the division, 总经理 for what is about the manager. */
export async function managersOf(
  db: Database | Trx,
  { divisionId, forGm }: Pick<Recorded, 'divisionId' | 'forGm'>,
): Promise<string[]> {
  if (forGm) return generalManagers(db)
  const managers = await db
    .selectFrom('people')
    .select('id')
    .where('leavingDate', 'is', null)
    .where('role', '=', 'dm')
    .where('divisionId', '=', divisionId)
    .execute()
  return managers.map(({ id }) => id)
}

export async function generalManagers(db: Database | Trx): Promise<string[]> {
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('leavingDate', 'is', null)
    .where('role', '=', 'gm')
    .execute()
  return people.map(({ id }) => id)
}

export const linkTo = (id: string) => `/complaints?open=${id}`

export const tell = (
  { db, now }: Pick<Writing, 'db' | 'now'>,
  personIds: readonly string[],
  id: string,
  title: string,
) => notify(db, { personIds, kind: 'complaint', title, link: linkTo(id) }, now)

/** Whoever acts has read what asked him to. */
export const settleOwn = ({ db, actor, now }: Writing, id: string) =>
  settleNotifications(db, { personId: actor.id, link: linkTo(id), kinds: ['complaint'] }, now)
