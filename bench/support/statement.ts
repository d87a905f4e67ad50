import type { NamedStatement } from '@zhuowei/server/platform/db/prepared.ts'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** SQL as it goes to the driver. */
export interface Statement {
  name?: string
  text: string
  values: unknown[]
}

/** A pool that only notes what it is asked, for the statement behind a list. */
export function notingPool(): { pool: pg.Pool; noted: Statement[] } {
  const noted: Statement[] = []
  const query = async (statement: Statement) => {
    noted.push(statement)
    return { rows: [] }
  }
  // Lists use nothing of a pool but `query`.
  return { pool: { query } as unknown as pg.Pool, noted }
}

/** A pool that passes everything on and notes what is written. */
export function recordingPool(pool: pg.Pool): { pool: PostgresPool; written: Statement[] } {
  const written: Statement[] = []
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect()
    const query = (statement: string | NamedStatement, values: readonly unknown[] = []) => {
      const asked = typeof statement === 'string' ? { text: statement, values: [...values] } : statement
      if (/^(insert|update)/.test(asked.text)) written.push({ text: asked.text, values: asked.values })
      return client.query(asked)
    }
    // Kysely asks for texts here, never for cursors; the pool that prepares them gives them names.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
  }
  return { pool: { connect, end: async () => undefined }, written }
}
