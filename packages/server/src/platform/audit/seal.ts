import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/connect.ts'
import { beginning, loggedRows, sealOf } from './chain.ts'

const batch = 2000
const patience = 5000

/**
 * Chains what the audit log has gained, in the order of its ids; returns how many rows. Safe to run anywhere at any time: two runs
 * at once take turns. Because the order is strict, a row that turns up later among the sealed ones was put there by somebody.
 */
export async function sealAudit(db: Database, now: Date): Promise<number> {
  const through = await settledThrough(db)
  let sealed = 0
  for (;;) {
    const added = await db.transaction().execute((trx) => sealNext(trx, through, now))
    sealed += added
    if (added < batch) return sealed
  }
}

/**
 * An id below which no row can appear any more. Ids are given out before their transactions end, so the newest visible id is only
 * final when everybody who was writing then has ended. A long import makes us wait for a later run.
 */
export async function settledThrough(db: Database | Trx): Promise<number> {
  const { newest } = await db
    .selectFrom('auditLog')
    .select((row) => row.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  let writing = await writers(db)
  for (const until = performance.now() + patience; performance.now() < until; await pause(20)) {
    if (writing.length === 0) return newest ?? 0
    if (writing.some((writer) => writer.self)) return 0 // called from inside what it would wait for, as seeds do
    const still = new Set((await writers(db)).map((writer) => writer.transaction))
    writing = writing.filter((writer) => still.has(writer.transaction))
  }
  return 0
}

/** Whoever has added to the log holds this lock to the end of the transaction. */
async function writers(db: Database | Trx): Promise<{ transaction: string; self: boolean }[]> {
  const { rows } = await sql<{ transaction: string; self: boolean }>`
    select virtualtransaction as transaction, pid = pg_backend_pid() as self from pg_locks
    where relation = 'audit_log'::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
  return rows
}

async function sealNext(trx: Trx, through: number, now: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit chain', 0))`.execute(trx)
  let last = await trx
    .selectFrom('auditChain')
    .select(['position', 'auditId', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = await loggedRows(trx)
    .where('auditLog.id', '>', last?.auditId ?? 0)
    .where('auditLog.id', '<=', through)
    .orderBy('auditLog.id')
    .limit(batch)
    .execute()
  if (rows.length === 0) return 0
  const links = rows.map((row) => {
    const position = (last?.position ?? 0) + 1
    last = { position, auditId: row.id, hash: sealOf(row, position, last?.hash ?? beginning) }
    return { ...last, sealedAt: now }
  })
  await trx.insertInto('auditChain').values(links).execute()
  return links.length
}
