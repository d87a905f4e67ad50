import type { Services } from '../platform/services.ts'

const days = 90

/** How long the rows of a file are kept, and with them the chance to undo: they hold what is personal (§3C, art. 19). */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
}

/** Forgets the rows of old imports; that there was an import, by whom and with which result, stays. */
export async function forgetOldRows({ db, clock }: Services): Promise<void> {
  const now = clock.now()
  const old = db
    .selectFrom('imports')
    .where('updatedAt', '<', keptSince(now))
    .where('state', 'not in', ['checking', 'running'])
    .select('id')
  await db.deleteFrom('importRows').where('importId', 'in', old).execute()
  await db
    .updateTable('imports')
    .set({ state: 'cancelled' })
    .where('updatedAt', '<', keptSince(now))
    .where('state', 'in', ['mapping', 'checked'])
    .execute()
}
