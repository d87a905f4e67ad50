import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/connect.ts'
import { invalid, Refusal } from '../refusal.ts'

interface Attempt {
  personId: string
  key: string
  operation: string
  input: { params?: unknown; query?: unknown; body?: unknown }
}

/**
 * Runs the command once for each key of a person. A repetition gets the first answer; a second request that is under way at the
 * same time waits for the first (the unique key blocks it). The same key with other content is refused.
 */
export async function once(trx: Trx, attempt: Attempt, work: () => Promise<unknown>): Promise<unknown> {
  if (!/^[\x21-\x7e]{8,100}$/.test(attempt.key))
    throw invalid('Idempotency-Key', '操作编号应为 8 到 100 个可见字符')
  const { personId, key, operation } = attempt
  const requestHash = hashOf(attempt.input)
  const claimed = await trx
    .insertInto('idempotencyKeys')
    .values({ personId, key, operation, requestHash })
    .onConflict((conflict) => conflict.columns(['personId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) return firstAnswer(trx, attempt, requestHash)
  const reply = (await work()) ?? null
  await trx
    .updateTable('idempotencyKeys')
    .set({ reply: JSON.stringify(reply) })
    .where('personId', '=', personId)
    .where('key', '=', key)
    .execute()
  return reply
}

/** Nobody repeats a request after a week. The age is by the database's clock, which stamped the keys. */
export async function forgetOldAnswers(db: Database): Promise<void> {
  await db
    .deleteFrom('idempotencyKeys')
    .where('createdAt', '<', sql<Date>`now() - interval '7 days'`)
    .execute()
}

async function firstAnswer(trx: Trx, attempt: Attempt, requestHash: string): Promise<unknown> {
  const first = await trx
    .selectFrom('idempotencyKeys')
    .select(['operation', 'requestHash', 'reply'])
    .where('personId', '=', attempt.personId)
    .where('key', '=', attempt.key)
    .executeTakeFirstOrThrow()
  if (first.operation !== attempt.operation || first.requestHash !== requestHash)
    throw new Refusal('idempotency_mismatch')
  return first.reply
}

function hashOf(input: Attempt['input']): string {
  const { params, query, body } = input
  return createHash('sha256')
    .update(JSON.stringify([params, query, body]))
    .digest('base64url')
}
