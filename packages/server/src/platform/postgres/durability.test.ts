import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'
import { ask, postmasterPid, temporaryDirectory, watchdogOf } from './testing/processes.ts'

const ROUNDS = 21

// Each kind of death in turn; the process group of the application always goes with it.
const DEATHS = ['application', 'application and watchdog', 'application, watchdog and server'] as const

it(`keeps every acknowledged row through ${ROUNDS} times kill -9 in the middle of writing`, async () => {
  const home = temporaryDirectory()
  const dataDir = join(home.path, 'data')
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged += await writeUntilKilled(dataDir, DEATHS[round % DEATHS.length]!)
    const database = await startEmbeddedPostgres({ dataDir, log: { info: () => undefined } })
    const kept = Number((await ask(database.connectionString, 'select count(*) from written'))[0])
    // A row whose acknowledgement died on the way to us may be there as well, one a round.
    expect(kept).toBeGreaterThanOrEqual(acknowledged)
    expect(kept).toBeLessThanOrEqual(acknowledged + 1)
    acknowledged = kept
    await database.stop()
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS)
  await home.remove()
}, 60_000)

/** Returns how many rows were acknowledged before the death, which comes after a random number of them. */
async function writeUntilKilled(dataDir: string, death: (typeof DEATHS)[number]): Promise<number> {
  const program = join(import.meta.dirname, 'testing', 'write.ts')
  const writer = spawn(process.execPath, [program, dataDir], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(writer, 'close')
  const lastRow = 1 + Math.floor(Math.random() * 150)
  let acknowledged = 0
  for await (const _ of createInterface(writer.stdout!)) {
    acknowledged++
    if (acknowledged !== lastRow) continue
    const victims = [-writer.pid!]
    if (death !== 'application') victims.push(watchdogOf(writer, dataDir))
    if (death === 'application, watchdog and server') victims.push(postmasterPid(dataDir))
    for (const pid of victims) process.kill(pid, 'SIGKILL')
  }
  await closed
  return acknowledged
}
