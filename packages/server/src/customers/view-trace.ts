import { generalManagers, managersOf } from '../complaints/telling.ts'
import { notify } from '../notifications/notify.ts'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Services } from '../platform/services.ts'

/** §3B 2: more rows than this within the window is a bulk view and leaves one line in the audit log. */
const rowsAllowed = 100
/** §3B 2: more records opened one by one, or more pages of the list turned, and the manager is told as well. */
const recordsAllowed = 100
const pagesAllowed = 60
const windowMs = 10 * 60 * 1000
const minutes = windowMs / 60_000
const remembered = 10_000

interface Viewing {
  since: number
  rows: number
  pages: number
  opened: Set<string>
  traced: boolean
  alarmed: boolean
}
const viewings = new Map<string, Viewing>()

/** Counts in the process, writes at most once per person and window, and never makes the list wait. */
export function traceListView(services: Services, actor: Actor, rows: number): void {
  const viewing = currentViewing(actor.id, services.clock.now().getTime())
  viewing.rows += rows
  viewing.pages += 1
  if (!viewing.traced && viewing.rows > rowsAllowed) {
    viewing.traced = true
    const detail = { rows: viewing.rows, minutes }
    aside(services, trace(services, actor, 'customers.bulk_viewed', detail))
  }
  if (viewing.pages > pagesAllowed) alarm(services, actor, viewing)
}

/** The same for records that are opened one by one; the same one again is no other one. */
export function traceRecordView(services: Services, actor: Actor, customerId: string): void {
  const viewing = currentViewing(actor.id, services.clock.now().getTime())
  viewing.opened.add(customerId)
  if (viewing.opened.size > recordsAllowed) alarm(services, actor, viewing)
}

function alarm(services: Services, actor: Actor, viewing: Viewing): void {
  if (viewing.alarmed || actor.role === 'gm') return
  viewing.alarmed = true
  aside(services, tellManager(services, actor, viewing))
}

async function tellManager(
  services: Services,
  actor: Actor,
  { since, opened, pages }: Viewing,
): Promise<void> {
  const { db, clock } = services
  const { divisionId } = actor
  const detail = { records: opened.size, pages, minutes }
  await trace(services, actor, 'customers.bulk_opened', detail)
  const personIds =
    actor.role === 'dm' || !divisionId
      ? await generalManagers(db)
      : await managersOf(db, { divisionId, forGm: false })
  const what = `打开 ${opened.size} 家客户，翻看列表 ${pages} 页`
  await notify(
    db,
    {
      personIds,
      kind: 'audit',
      title: `${actor.name} ${minutes} 分钟内${what}`,
      body: '三.1 客户资料不得外传，请了解原因。',
      link: `/settings/audit?actor=${actor.id}`,
      // Two processes count for themselves; whoever is first tells.
      dedupeKey: `bulk-view:${actor.id}:${Math.floor(since / windowMs)}`,
    },
    clock.now(),
  )
}

const trace = ({ db, clock }: Services, actor: Actor, action: string, detail: Record<string, unknown>) =>
  recordAudit(db, { action, at: clock.now(), actor, subjectType: 'customer', detail })

function aside({ log }: Services, work: Promise<void>): void {
  work.catch((error: unknown) => log.error({ err: error }, 'bulk view was not traced'))
}

function currentViewing(personId: string, now: number): Viewing {
  const known = viewings.get(personId)
  if (known && now - known.since < windowMs && now >= known.since) return known
  if (viewings.size >= remembered) viewings.clear()
  const fresh = { since: now, rows: 0, pages: 0, opened: new Set<string>(), traced: false, alarmed: false }
  viewings.set(personId, fresh)
  return fresh
}
