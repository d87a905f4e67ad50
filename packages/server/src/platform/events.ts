import type { Actor } from './actor.ts'
import type { Trx } from './db/connect.ts'
import { newId } from './ids.ts'
import { inOrder } from './in-order.ts'

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

/** The one event of a command, in the command's own transaction; the audit log receives it through a trigger. Without an actor time did it. */
export async function recordEvent(
  trx: Trx,
  actor: Pick<Actor, 'id'> | null,
  now: Date,
  event: NewEvent,
): Promise<string> {
  const row = rowOf(actor, now, event)
  await trx.insertInto('events').values(row).execute()
  return row.id
}

/** For a command on many records, each of which keeps a timeline of its own. */
export async function recordEvents(
  trx: Trx,
  actor: Pick<Actor, 'id'>,
  now: Date,
  events: readonly NewEvent[],
): Promise<void> {
  // By record, so that a replay gives the same event the same id in whatever order a query found them.
  const ordered = events.toSorted((one, other) => inOrder(one.subjectId, other.subjectId))
  for (let start = 0; start < ordered.length; start += atOnce) {
    const rows = ordered.slice(start, start + atOnce).map((event) => rowOf(actor, now, event))
    await trx.insertInto('events').values(rows).execute()
  }
}

const atOnce = 1000

function rowOf(actor: Pick<Actor, 'id'> | null, now: Date, event: NewEvent) {
  return {
    id: newId(),
    divisionId: event.divisionId,
    actorId: actor?.id ?? null,
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
  }
}
