import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres } from '../platform/postgres/embedded.ts'

export interface TestCluster {
  adminUrl: string
  stop(): Promise<void>
}

/** The PostgreSQL of a test run: `DATABASE_URL` when given (the second lane of CI), an embedded one otherwise. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.DATABASE_URL
  if (given) return { adminUrl: given, stop: async () => undefined }
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-test-'))
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: { info: () => undefined },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '150' },
  })
  return {
    adminUrl: postgres.connectionString,
    async stop() {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Creates an empty database, or a copy of a template, and gives its connection string. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<string> {
  const source = template ? `template "${template}"` : `template template0 encoding 'UTF8'`
  await asAdmin(adminUrl, `create database "${name}" ${source}`)
  return withDatabase(adminUrl, name)
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists "${name}" with (force)`)
}

/** Waits for connections that are just saying goodbye, which `with (force)` would tear: PostgreSQL gives them five seconds. */
export async function dropDatabaseGently(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists "${name}"`)
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** Works for socket addresses (`?host=/path`) too. */
function withDatabase(adminUrl: string, database: string): string {
  const [head = '', query] = adminUrl.split('?')
  const base = head.slice(0, head.lastIndexOf('/') + 1)
  return `${base}${database}${query ? `?${query}` : ''}`
}
