import type { Actor } from './actor.ts'
import type { Trx } from './db/connect.ts'
import { newId } from './ids.ts'

export interface NewEvent {
  verb: string
  subjectType: string
  subjectId: string
  divisionId: string | null
  /** One Chinese sentence for timelines and the audit page. */
  summary: string
  /** The customer on whose timeline it stands. */
  customerId?: string | null
  before?: unknown
  after?: unknown
  reason?: string | null
  onBehalfOf?: string | null
}

/** The one event of a command, in the command's own transaction; the audit log receives it through a trigger. */
export async function recordEvent(
  trx: Trx,
  actor: Pick<Actor, 'id'>,
  now: Date,
  event: NewEvent,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('events')
    .values({
      id,
      divisionId: event.divisionId,
      actorId: actor.id,
      onBehalfOf: event.onBehalfOf ?? null,
      verb: event.verb,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      customerId: event.customerId ?? null,
      summary: event.summary,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
      reason: event.reason ?? null,
      at: now,
    })
    .execute()
  return id
}
