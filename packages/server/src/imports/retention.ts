import type { Database } from '../platform/db/connect.ts'
import type { Services } from '../platform/services.ts'

const days = 90
const day = 24 * 60 * 60 * 1000

/** How long the rows of a file are kept, and with them the chance to undo: they hold what is personal (§3C, art. 19). */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - days * day)
}

/** Forgets the rows of old imports; that there was an import, by whom and with which result, stays. */
export async function forgetOldRows({ db, clock }: Services): Promise<void> {
  const now = clock.now()
  await forgetLeftovers(db, now)
  const old = db
    .selectFrom('imports')
    .where('updatedAt', '<', keptSince(now))
    .where('state', 'not in', ['checking', 'running'])
    .select('id')
  await db.deleteFrom('importRows').where('importId', 'in', old).execute()
}

/**
 * A file whose columns nobody settled within a day was laid aside, and nothing has been decided about it: it goes without a trace. A
 * dry run is looked over by several people, so it waits a week before it counts as given up.
 */
async function forgetLeftovers(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('imports')
    .where('state', '=', 'mapping')
    .where('updatedAt', '<', new Date(now.getTime() - day))
    .execute()
  const givenUp = await db
    .updateTable('imports')
    .set({ state: 'cancelled', finishedAt: now })
    .where('state', '=', 'checked')
    .where('updatedAt', '<', new Date(now.getTime() - 7 * day))
    .returning('id')
    .execute()
  if (givenUp.length === 0) return
  const ids = givenUp.map(({ id }) => id)
  await db.deleteFrom('importRows').where('importId', 'in', ids).execute()
}
