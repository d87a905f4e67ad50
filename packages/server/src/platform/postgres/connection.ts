import pg from 'pg'
import { SUPERUSER, systemIdentifier } from './cluster.ts'
import { SOCKET_PORT } from './socket-directory.ts'
import { PostgresStartError } from './start-error.ts'

/** Whether the server behind this socket takes connections and is the server of this cluster. */
export async function answers(socketDir: string, cluster: string): Promise<boolean> {
  const identifier = await ask(socketDir, async (client) => {
    const { rows } = await client.query('select system_identifier::text as id from pg_control_system()')
    return rows[0].id
  }).catch((error) => {
    if (NOT_YET.has(error.code) || /Connection terminated/.test(error.message)) return undefined
    throw error
  })
  if (identifier === undefined) return false
  if (identifier === (await systemIdentifier(cluster))) return true
  throw new PostgresStartError('in-use', `${socketDir}：system identifier ${identifier}`)
}

/** Makes the application's database, once, and makes sure that it knows Chinese letters. */
export async function prepareDatabase({ host, database }: { host: string; database: string }): Promise<void> {
  await ask(host, async (client) => {
    // Under LC_CTYPE=C no Chinese character is a letter, and every search by trigram comes back empty.
    const { rows } = await client.query(
      "select '华为' ~ '^[[:alpha:]]+$' as chinese from pg_database limit 1",
    )
    if (!rows[0].chinese) throw new PostgresStartError('wrong-locale', '')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)}`).catch(ignoreLostRace)
  })
}

async function ask<T>(host: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host, port: SOCKET_PORT, user: SUPERUSER, database: 'postgres' })
  // Without a listener a connection lost between two queries would end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await question(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

// No socket yet, a socket whose server is gone, starting up or shutting down.
const NOT_YET = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P03', '57P01'])

function ignoreLostRace(error: pg.DatabaseError): void {
  // duplicate_database, or the unique index behind it when both are at it at once
  if (error.code !== '42P04' && error.code !== '23505') throw error
}
