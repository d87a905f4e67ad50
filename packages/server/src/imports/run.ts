import { setImmediate as breathe } from 'node:timers/promises'
import type { Trx } from '../platform/db/connect.ts'
import type { Secrets } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'
import { applyChunk } from './apply.ts'
import { judgeChunk, type MappedImport, prepareBench } from './bench.ts'
import { chunkSize } from './check.ts'
import { finishRun } from './finish.ts'
import type { Bench } from './judge.ts'
import type { Lease } from './lease.ts'
import { numbersAhead, numbersWithin, type TakeNumbers, Unsettled } from './numbers.ts'
import { saveVerdicts } from './save-verdicts.ts'
import { type StagedRow, stagedRows } from './staging.ts'

/** 全部成功才导入: one transaction around everything, so that an interrupted import leaves nothing behind. */
export async function runAllOrNothing(services: Services, lease: Lease, table: MappedImport): Promise<void> {
  const { db, secrets, clock } = services
  const now = clock.now()
  const takeNumbers = await numbersAhead(db, table)
  await db.transaction().execute(async (trx) => {
    const bench = await prepareBench(trx, secrets, table, now)
    let done = 0
    for await (const rows of stagedRows(trx, secrets, table, chunkSize)) {
      const outcomes = await importChunk({ trx, secrets, table, bench, takeNumbers, now }, rows)
      if (outcomes.includes('error')) throw new Unsettled()
      done += rows.length
      await lease.beat(db, done) // beside the transaction, for those who watch
      await breathe()
    }
    await finishRun(trx, lease, table, 'done', now)
  })
}

/** 只导入没有错误的行: each chunk is a transaction of its own; an interrupted import goes on with the rows that are not applied yet. */
export async function runValidRows(services: Services, lease: Lease, table: MappedImport): Promise<void> {
  const { db, secrets, clock } = services
  const now = clock.now()
  const bench = await prepareBench(db, secrets, table, now)
  let done = 0
  for await (const rows of stagedRows(db, secrets, table, chunkSize)) {
    const open = rows.filter((row) => !row.applied)
    done += rows.length
    await db.transaction().execute(async (trx) => {
      await lease.beat(trx, done) // first: it locks the import, so that no second process applies the same rows
      const takeNumbers = numbersWithin(trx, table)
      await importChunk({ trx, secrets, table, bench, takeNumbers, now }, open)
    })
    await breathe()
  }
  await db.transaction().execute((trx) => finishRun(trx, lease, table, 'done', now))
}

interface Running {
  trx: Trx
  secrets: Secrets
  table: MappedImport
  bench: Bench
  takeNumbers: TakeNumbers
  now: Date
}

async function importChunk(running: Running, rows: readonly StagedRow[]): Promise<string[]> {
  const { trx, secrets, table, bench, takeNumbers, now } = running
  const verdicts = await judgeChunk(trx, table.divisionId, bench, rows)
  const { id: importId, divisionId, fileName, startedBy } = table
  const written = await applyChunk(
    { trx, takeNumbers, importId, divisionId, fileName, startedBy, now, secrets, facts: bench.facts },
    verdicts,
  )
  await saveVerdicts(trx, table, verdicts, { written, at: now })
  return verdicts.map(({ outcome }) => outcome)
}
