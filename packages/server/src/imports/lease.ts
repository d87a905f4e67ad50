import { type ExpressionBuilder, sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { DB } from '../platform/db/schema.d.ts'
import { newId } from '../platform/ids.ts'
import { publish } from '../platform/live/live.ts'

/** The right of one process to work on an import; it ends when the process gives no sign of life. */
export interface Lease {
  importId: string
  worker: string
  /** Says how far the work is; throws `Cancelled` when the person asked for it and `LeaseLost` when another process took over. */
  beat(db: Database | Trx, doneRows: number): Promise<void>
}

export class Cancelled extends Error {}
export class LeaseLost extends Error {}

/** After this silence another process takes over. */
const silence = '20 seconds'
export const mostAttempts = 5

/** Takes the import for this process; null when it needs no work or another process is at it. */
export async function takeLease(db: Database, importId: string): Promise<Lease | null> {
  const worker = newId()
  const taken = await db
    .updateTable('imports')
    .set((row) => ({ worker, aliveAt: sql<Date>`now()`, attempts: row('attempts', '+', 1) }))
    .where('id', '=', importId)
    .where('state', 'in', ['checking', 'running'])
    .where('attempts', '<', mostAttempts)
    .where(silent)
    .returning(['id', 'createdBy'])
    .executeTakeFirst()
  if (!taken) return null
  return {
    importId,
    worker,
    beat: async (at, doneRows) => {
      const alive = await at
        .updateTable('imports')
        .set({ aliveAt: sql<Date>`now()`, doneRows })
        .where('id', '=', importId)
        .where('worker', '=', worker)
        .returning('cancelRequestedAt')
        .executeTakeFirst()
      if (!alive) throw new LeaseLost()
      if (alive.cancelRequestedAt) throw new Cancelled()
      await publish(at, { kind: 'changed', personId: taken.createdBy, topic: 'imports' })
    },
  }
}

/** Leaves the import to whoever takes it next. */
export async function releaseLease(db: Database, { importId, worker }: Lease): Promise<void> {
  await db
    .updateTable('imports')
    .set({ worker: null })
    .where('id', '=', importId)
    .where('worker', '=', worker)
    .execute()
}

/** Imports whose process is gone. An upload gives no further sign of life while it is read, so it gets longer. */
export function abandonedImports(db: Database): Promise<{ id: string; state: string; attempts: number }[]> {
  return db
    .selectFrom('imports')
    .where((row) =>
      row.or([
        row('state', 'in', ['checking', 'running']).and(silent(row)),
        row('state', '=', 'reading').and('aliveAt', '<', sql<Date>`now() - interval '15 minutes'`),
      ]),
    )
    .select(['id', 'state', 'attempts'])
    .execute()
}

const silent = (row: ExpressionBuilder<DB, 'imports'>) =>
  row.or([row('worker', 'is', null), row('aliveAt', '<', sql<Date>`now() - ${sql.lit(silence)}::interval`)])
