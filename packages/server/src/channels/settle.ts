import { restAfter, waitAfter } from '@zhuowei/domain/channels/timing.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Claimed } from './claim.ts'
import type { Outcome } from './outcome.ts'

/** Writes down what became of an attempt: out, once more later, or never; and whether its destination should be left alone. */
export function settle(db: Database, claimed: Claimed, outcome: Outcome, now: Date): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await trx
      .updateTable('deliveries')
      .set(changeAfter(claimed, outcome, now))
      .where('id', '=', claimed.id)
      .where('state', '=', 'sending')
      .execute()
    if (outcome.sent) await wakeUp(trx, claimed.destination)
    else if (outcome.blames === 'destination') await letRest(trx, claimed.destination, now)
    if (!outcome.sent && outcome.gone && claimed.deviceId)
      await trx.deleteFrom('pushDevices').where('id', '=', claimed.deviceId).execute()
  })
}

function changeAfter({ attempts, until }: Claimed, outcome: Outcome, now: Date) {
  if (outcome.sent) return { state: 'sent', doneAt: now, reason: null }
  const wait = outcome.final ? null : waitAfter(attempts)
  const nextAt = wait === null ? null : new Date(now.getTime() + wait)
  if (!nextAt || (until && nextAt >= until)) return { state: 'failed', doneAt: now, reason: outcome.reason }
  return { state: 'waiting', nextAt, reason: outcome.reason }
}

async function wakeUp(trx: Trx, destination: string): Promise<void> {
  await trx.deleteFrom('restingDestinations').where('destination', '=', destination).execute()
}

async function letRest(trx: Trx, destination: string, now: Date): Promise<void> {
  const { failures } = await trx
    .insertInto('restingDestinations')
    .values({ destination, failures: 1, restsUntil: now })
    .onConflict((conflict) =>
      conflict.column('destination').doUpdateSet({ failures: sql`resting_destinations.failures + 1` }),
    )
    .returning('failures')
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('restingDestinations')
    .set({ restsUntil: new Date(now.getTime() + restAfter(failures)) })
    .where('destination', '=', destination)
    .execute()
}
