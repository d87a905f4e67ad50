import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Services } from '../platform/services.ts'

/** §3B: more rows than this within the window is a bulk view and leaves one line in the audit log. */
const rowsAllowed = 100
const windowMs = 10 * 60 * 1000
const remembered = 10_000

interface Viewing {
  since: number
  rows: number
  traced: boolean
}
const viewings = new Map<string, Viewing>()

/** Counts in the process, writes at most once per person and window, and never makes the list wait. */
export function traceListView(services: Services, actor: Actor, rows: number): void {
  const now = services.clock.now()
  const viewing = currentViewing(actor.id, now.getTime())
  viewing.rows += rows
  if (viewing.traced || viewing.rows <= rowsAllowed) return
  viewing.traced = true
  recordAudit(services.db, {
    action: 'customers.bulk_viewed',
    at: now,
    actor,
    subjectType: 'customer',
    detail: { rows: viewing.rows, minutes: windowMs / 60_000 },
  }).catch((error: unknown) => services.log.error({ err: error }, 'bulk view was not traced'))
}

function currentViewing(personId: string, now: number): Viewing {
  const known = viewings.get(personId)
  if (known && now - known.since < windowMs && now >= known.since) return known
  if (viewings.size >= remembered) viewings.clear()
  const fresh = { since: now, rows: 0, traced: false }
  viewings.set(personId, fresh)
  return fresh
}
