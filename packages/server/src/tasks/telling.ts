import { notify } from '../notifications/notify.ts'
import { settleNotifications } from '../notifications/settle.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import type { TaskFacts } from './access.ts'

export const linkTo = (id: string) => `/tasks?open=${id}`

export const tell = (
  { db, now }: Pick<Writing, 'db' | 'now'>,
  personIds: readonly string[],
  id: string,
  title: string,
) => notify(db, { personIds, kind: 'task', title, link: linkTo(id) }, now)

/** Whoever acts has read what asked him to. */
export const settleOwn = ({ db, actor, now }: Writing, id: string) =>
  settleNotifications(db, { personId: actor.id, link: linkTo(id), kinds: ['task'] }, now)

/** The event of a step. Of a private to-do the audit says that it was, not what it is, and no division's manager reads it. */
export async function recordStep(
  { db, actor, now }: Writing,
  id: string,
  { kind, divisionId }: Pick<TaskFacts, 'kind' | 'divisionId'>,
  verb: string,
  said: { summary: string; before?: unknown; after?: unknown; reason?: string | null },
): Promise<void> {
  const { summary, ...details } = said
  await recordEvent(db, actor, now, {
    verb: `task.${verb}`,
    subjectType: 'task',
    subjectId: id,
    divisionId: kind === 'assigned' ? divisionId : null,
    summary,
    ...(kind === 'assigned' && details),
  })
}

type EntryKind = 'assigned' | 'changed' | 'feedback' | 'accepted' | 'returned' | 'cancelled'

export async function addEntry(
  { db, actor, now }: Writing,
  taskId: string,
  kind: EntryKind,
  body: string,
): Promise<void> {
  await db
    .insertInto('taskEntries')
    .values({ id: newId(), taskId, kind, body, at: now, byId: actor.id })
    .execute()
}
