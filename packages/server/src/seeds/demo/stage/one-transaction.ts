import type { PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { type Database, database } from '../../../platform/db/connect.ts'
import type { NamedStatement } from '../../../platform/db/prepared.ts'

/**
 * Runs everything in one transaction, so that a seeding that is interrupted leaves nothing. Inside, the transactions that commands
 * and jobs open for themselves are savepoints: a refused command takes back what it did and no more.
 */
export async function inOneTransaction(pool: pg.Pool, work: (db: Database) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const nested = nestedIn(client)
    await work(database({ connect: async () => nested, end: async () => undefined }))
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

const inside: Readonly<Record<string, string>> = {
  begin: 'savepoint command',
  commit: 'release savepoint command',
  rollback: 'rollback to savepoint command',
}

function nestedIn(client: pg.PoolClient): PostgresPoolClient {
  const run = (statement: string | NamedStatement, values: readonly unknown[] = []) => {
    if (typeof statement !== 'string') return client.query(statement)
    return client.query({ text: inside[statement] ?? statement, values: [...values] })
  }
  // Streams alone ask for cursors, and no seed streams; what pg answers to a statement is what Kysely reads.
  return { query: run as unknown as PostgresPoolClient['query'], release: () => undefined }
}
