import { sql } from 'kysely'
import { recordAudit } from '../platform/audit/record.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'

const minute = 60_000
const lookBack = 15 * minute
/** One office sits behind one address, so an address may fail far more often than a name. */
const allowedFailures = { username: 5, address: 60 }

export interface Attempt {
  id: string
  username: string
  address: string
  /** How many attempts for this name the last minutes have seen, with this one. */
  nth: number
}

/**
 * Books an attempt before the password is looked at, and refuses when there were too many. It counts until it succeeds, so
 * guesses sent at the same time, to any number of servers, cannot slip past the limit.
 */
export function bookAttempt(db: Database, username: string, address: string, now: Date): Promise<Attempt> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in:${username}`}, 0))`.execute(trx)
    const recent = await recentAttempts(trx, now).where('username', '=', username).execute()
    refuseBeyond(recent, allowedFailures.username, now)
    const fromThere = await recentAttempts(trx, now)
      .where('address', '=', address)
      .where('failed', '=', true)
      .execute()
    refuseBeyond(fromThere, allowedFailures.address, now)
    const id = newId()
    await trx.insertInto('signInAttempts').values({ id, username, address, at: now }).execute()
    return { id, username, address, nth: recent.length + 1 }
  })
}

/** A success wipes the slate of the name and sweeps out what no longer counts for anybody. */
export async function attemptSucceeded(db: Database, { username }: Attempt, now: Date): Promise<void> {
  await db
    .deleteFrom('signInAttempts')
    .where((attempt) =>
      attempt.or([
        attempt('username', '=', username),
        attempt('at', '<', new Date(now.getTime() - lookBack)),
      ]),
    )
    .execute()
}

export async function attemptFailed(db: Database, attempt: Attempt, now: Date): Promise<void> {
  const { id, username, address, nth } = attempt
  await db.updateTable('signInAttempts').set({ failed: true }).where('id', '=', id).execute()
  const entry = { at: now, actor: null, address, detail: { username } }
  await recordAudit(db, { ...entry, action: 'session.sign_in_failed' })
  if (nth === allowedFailures.username) await recordAudit(db, { ...entry, action: 'session.locked' })
}

const recentAttempts = (trx: Trx, now: Date) =>
  trx
    .selectFrom('signInAttempts')
    .select('at')
    .where('at', '>', new Date(now.getTime() - lookBack))
    .orderBy('at', 'desc')

/** The wait ends when the oldest of the last failures is no longer counted. */
function refuseBeyond(recent: readonly { at: Date }[], allowed: number, now: Date): void {
  const oldest = recent[allowed - 1]
  if (!oldest) return
  const wait = oldest.at.getTime() + lookBack - now.getTime()
  throw new Refusal('sign_in_locked', {
    params: { minutes: Math.ceil(wait / minute), retryAfterSeconds: Math.ceil(wait / 1000) },
  })
}
