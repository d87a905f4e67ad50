import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'

export const linkTo = (id: string) => `/settings/personal-requests?open=${id}`

/** By its number only: notices and events outlive an erasure. */
export const tell = (
  { db, now }: Pick<Writing, 'db' | 'now'>,
  personIds: readonly string[],
  id: string,
  title: string,
) => notify(db, { personIds, kind: 'personal_request', title, link: linkTo(id) }, now)

export const settleOwn = ({ db, actor, now }: Writing, id: string) =>
  settleNotifications(db, { personId: actor.id, link: linkTo(id), kinds: ['personal_request'] }, now)

export async function recordStep(
  { db, actor, now }: Writing,
  { id, divisionId }: { id: string; divisionId: string },
  verb: string,
  summary: string,
): Promise<void> {
  await recordEvent(db, actor, now, {
    verb: `personal_request.${verb}`,
    subjectType: 'personal_request',
    subjectId: id,
    divisionId,
    summary,
  })
}

export const managersOf = (db: Database | Trx, divisionId: string) => inOffice(db, 'dm', divisionId)
export const administratorsOf = (db: Database | Trx) => inOffice(db, 'adm', null)

async function inOffice(db: Database | Trx, role: string, divisionId: string | null): Promise<string[]> {
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('leavingDate', 'is', null)
    .where('role', '=', role)
    .$if(divisionId !== null, (query) => query.where('divisionId', '=', divisionId))
    .execute()
  return people.map(({ id }) => id)
}
