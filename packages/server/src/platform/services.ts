import type { FastifyBaseLogger } from 'fastify'
import type pg from 'pg'
import type { Env } from '../env.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/connect.ts'
import type { FileStore } from './files/store.ts'
import type { Live } from './live/live.ts'
import type { Secrets } from './secrets.ts'

/** What one server process is made of; built once in `main.ts`, or by a test. */
export interface Services {
  env: Env
  clock: Clock
  db: Database
  pool: pg.Pool
  secrets: Secrets
  live: Live
  files: FileStore
  log: FastifyBaseLogger
  /** The people listed on the sign-in page of the demonstration; empty otherwise. */
  demo: boolean
}
