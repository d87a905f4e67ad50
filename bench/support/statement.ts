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
    const query = (text: string, values: readonly unknown[]) => {
      if (/^(insert|update)/.test(text)) written.push({ text, values: [...values] })
      return client.query(text, [...values])
    }
    // Kysely asks for strings here, never for cursors.
    return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() }
  }
  return { pool: { connect, end: async () => undefined }, written }
}
