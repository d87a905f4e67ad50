import type { FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Database, Trx } from '../db/connect.ts'
import type { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'

interface AuditEntry {
  action: string
  at: Date
  actor: Pick<Actor, 'id' | 'name' | 'divisionId'> | null
  subjectType?: string
  subjectId?: string
  detail?: Record<string, unknown>
  requestId?: string
  address?: string
}

/** Writes what is no change of a record: sign-in, bulk view, export, refusal. Changes arrive from `events` by trigger. */
export async function recordAudit(db: Database | Trx, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('auditLog')
    .values({
      at: entry.at,
      divisionId: entry.actor?.divisionId ?? null,
      actorId: entry.actor?.id ?? null,
      actorName: entry.actor?.name ?? null,
      action: entry.action,
      subjectType: entry.subjectType ?? null,
      subjectId: entry.subjectId ?? null,
      detail: JSON.stringify(entry.detail ?? {}),
      requestId: entry.requestId ?? null,
      address: entry.address ?? null,
    })
    .execute()
}

/** A refused act leaves a trace (三.1), outside the transaction that was rolled back. */
export function recordRefusal(
  services: Services,
  actor: Actor | null,
  request: FastifyRequest,
  refusal: Refusal,
): Promise<void> {
  return recordAudit(services.db, {
    action: 'refused',
    at: services.clock.now(),
    actor,
    detail: { code: refusal.code, method: request.method, path: request.routeOptions.url ?? request.url },
    requestId: request.id,
    address: request.ip,
  })
}
