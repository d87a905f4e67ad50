import type { PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { type Database, database } from '../../../platform/db/connect.ts'

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
    client.release(true) // its prepared statements are of no use to anybody else
  }
}

const inside: Readonly<Record<string, string>> = {
  begin: 'savepoint command',
  commit: 'release savepoint command',
  rollback: 'rollback to savepoint command',
}

/** Some hundred statements make up thirty thousand: each is parsed and planned once. */
function nestedIn(client: pg.PoolClient): PostgresPoolClient {
  const names = new Map<string, string>()
  const run = (text: string, values: readonly unknown[]) => {
    const savepoint = inside[text]
    if (savepoint) return client.query(savepoint)
    const name = names.get(text) ?? `seed-${names.size}`
    names.set(text, name)
    return client.query({ name, text, values: [...values] })
  }
  // Streams alone ask for cursors, and no seed streams; what pg answers to a string is what Kysely reads.
  return { query: run as unknown as PostgresPoolClient['query'], release: () => undefined }
}
