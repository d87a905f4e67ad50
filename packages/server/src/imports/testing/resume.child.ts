import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { readEnv } from '../../env.ts'
import { systemClock } from '../../platform/clock.ts'
import { applicationPool, database } from '../../platform/db/connect.ts'
import { localFiles } from '../../platform/files/store.ts'
import { startLive } from '../../platform/live/live.ts'
import { secretsFrom } from '../../platform/secrets.ts'
import { resumeImports, settleImports } from '../job.ts'

/** Another server process that takes up the imports waiting in the given database; a test starts it and kills it. */
const [connectionString = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const pool = applicationPool({ connectionString }, 4)
await resumeImports({
  env: readEnv({ NODE_ENV: 'test' }),
  clock: systemClock,
  pool,
  db: database(pool),
  secrets: secretsFrom(Buffer.alloc(32, 7)),
  live: await startLive({ connectionString }, log),
  files: localFiles(path.join(os.tmpdir(), 'zhuowei-files-resumed')),
  log,
  demo: false,
})
await settleImports()
process.exit(0)
