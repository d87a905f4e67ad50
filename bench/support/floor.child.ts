import { applicationPool } from '@zhuowei/server/platform/db/connect.ts'
import type pg from 'pg'
import type { FloorJob, FloorResult } from './children.ts'
import type { Statement } from './statement.ts'

process.on('message', async (job: FloorJob) => {
  process.send?.(await run(job))
})
process.on('SIGTERM', () => process.exit(0))
process.on('disconnect', () => process.exit(0)) // the bench was interrupted

async function run({ connectionString, work, clients, seconds }: FloorJob): Promise<FloorResult> {
  const pool = applicationPool({ connectionString }, clients)
  const units = work.kind === 'query' ? work.statements.map((statement) => [statement]) : work.transactions
  const durations: number[] = []
  let taken = 0
  let stop = false
  const began = performance.now()
  const client = async () => {
    const connection = await pool.connect()
    for (let unit = units[taken++ % units.length]; unit && !stop; unit = units[taken++ % units.length]) {
      const start = performance.now()
      await (work.kind === 'query' ? serialised(connection, unit) : committed(connection, unit))
      durations.push(performance.now() - start)
      stop ||= seconds ? performance.now() - began >= seconds * 1000 : taken >= units.length
    }
    connection.release()
  }
  await Promise.all(Array.from({ length: clients }, client))
  const perSecond = durations.length / ((performance.now() - began) / 1000)
  await pool.end()
  return { perSecond, durations }
}

/** The rows become the JSON that the product sends. */
async function serialised(connection: pg.PoolClient, unit: readonly Statement[]): Promise<void> {
  for (const statement of unit) {
    const { rows } = await connection.query(statement)
    JSON.stringify({ items: rows, next: null })
  }
}

async function committed(connection: pg.PoolClient, unit: readonly Statement[]): Promise<void> {
  await connection.query('begin')
  for (const statement of unit) await connection.query(statement)
  await connection.query('commit')
}
