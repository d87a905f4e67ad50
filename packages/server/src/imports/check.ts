import { setImmediate as breathe } from 'node:timers/promises'
import type { Services } from '../platform/services.ts'
import { judgeChunk, type MappedImport, prepareBench } from './bench.ts'
import { type Lease, LeaseLost } from './lease.ts'
import { saveVerdicts } from './save-verdicts.ts'
import { stagedRows } from './staging.ts'
import { newTally } from './tally.ts'

/** Rows handled together: enough for few statements, few enough that other requests are served in between. */
export const chunkSize = 250

/** The dry run: says of every row what an import would do with it, and writes nothing else. */
export async function checkRows(services: Services, lease: Lease, table: MappedImport): Promise<void> {
  const { db, secrets, clock } = services
  const bench = await prepareBench(db, secrets, table, clock.now())
  const tally = newTally()
  let done = 0
  for await (const rows of stagedRows(db, secrets, table, chunkSize)) {
    const verdicts = await judgeChunk(db, table.divisionId, bench, rows)
    await saveVerdicts(db, table, verdicts)
    tally.add(verdicts)
    done += rows.length
    await lease.beat(db, done)
    await breathe()
  }
  const finished = await db
    .updateTable('imports')
    .set((row) => ({
      state: 'checked',
      counts: JSON.stringify(tally.counts()),
      doneRows: done,
      worker: null,
      version: row('version', '+', 1),
      updatedAt: clock.now(),
    }))
    .where('id', '=', table.id)
    .where('worker', '=', lease.worker)
    .executeTakeFirst()
  if (finished.numUpdatedRows === 0n) throw new LeaseLost()
}
