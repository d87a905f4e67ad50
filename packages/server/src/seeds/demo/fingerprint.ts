import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../platform/db/connect.ts'

/** SHA-256 over every row of the database as JSON, without what is random, of this machine, or only a trace of other rows. */
export async function databaseFingerprint(db: Database): Promise<string> {
  const hash = createHash('sha256')
  for (const table of await comparableTables(db)) {
    const { rows } = await sql<{ line: string }>`
      select line from (select (to_jsonb(row) - ${secret}::text[])::text as line from ${sql.table(table)} as row) as lines
      order by line collate "C"`.execute(db)
    hash.update(`${table} ${rows.length}\n`)
    for (const { line } of rows) hash.update(`${line}\n`)
  }
  return hash.digest('hex')
}

/** What is sealed has a random nonce, fingerprints depend on the key of the installation. */
const secret = ['phone_sealed', 'phone_fingerprint', 'sealed_key', 'sealed']
const incomparable = [
  ...['schema_migrations', 'audit_log', 'audit_chain', 'idempotency_keys', 'sign_in_attempts', 'setup_links'],
  ...['auth_users', 'auth_accounts', 'auth_sessions', 'auth_verifications', 'heartbeat', 'outages'],
]

async function comparableTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all(${incomparable}::text[])
    order by table_name collate "C"`.execute(db)
  return rows.map(({ name }) => name)
}
