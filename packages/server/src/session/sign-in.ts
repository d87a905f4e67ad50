import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database } from '../platform/db/connect.ts'
import type { Writing } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import { giveCookie, takeCookie } from '../platform/session/cookie.ts'
import { type Credentials, keptFor, openSession } from '../platform/session/provider.ts'
import { announceSessionChange, loadActor } from '../platform/session/resolve.ts'
import { attemptFailed, attemptSucceeded, bookAttempt } from './lockout.ts'

interface AtTheDoor {
  services: Services
  request: FastifyRequest
  reply: FastifyReply
}

/** Opens a session and hands over its cookie. A strange name, a wrong password and a person who has left look the same. */
export async function signIn(door: AtTheDoor, credentials: Credentials): Promise<Actor> {
  const { services, request } = door
  const { db, clock } = services
  const username = credentials.username.normalize('NFKC').toLowerCase()
  const attempt = await bookAttempt(db, username, request.ip, clock.now())
  try {
    const from = { address: request.ip, device: request.headers['user-agent'] ?? '' }
    const token = await openSession(services, { ...credentials, username }, from)
    const actor = await loadActor(services, token)
    if (!actor) throw new Refusal('sign_in_failed')
    await attemptSucceeded(db, attempt, clock.now())
    await recordSignIn(db, actor, { request, now: clock.now() })
    giveCookie(door, token, credentials.remember ? keptFor : undefined)
    return actor
  } catch (error) {
    if (error instanceof Refusal) await attemptFailed(db, attempt, clock.now())
    throw error
  }
}

/** The audit entry, when it was, and an end to what has expired of this person's sessions. */
function recordSignIn(db: Database, actor: Actor, { request, now }: { request: FastifyRequest; now: Date }) {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('authSessions').where('userId', '=', actor.id).where('expiresAt', '<', now).execute()
    await trx.updateTable('authUsers').set({ lastSignInAt: now }).where('id', '=', actor.id).execute()
    await recordAudit(trx, {
      action: 'session.signed_in',
      at: now,
      actor,
      requestId: request.id,
      address: request.ip,
      detail: { device: request.headers['user-agent'] ?? '' },
    })
  })
}

/** Ends the session in the database, so that a copy of the cookie is worth nothing. */
export async function signOut({ request, reply, db, actor, now }: AtTheDoor & Writing): Promise<void> {
  await db.deleteFrom('authSessions').where('id', '=', actor.sessionId).execute()
  await recordAudit(db, { action: 'session.signed_out', at: now, actor, address: request.ip })
  await announceSessionChange(db, actor.id)
  takeCookie(reply)
}
