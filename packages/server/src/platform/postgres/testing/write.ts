import pg from 'pg'
import { startEmbeddedPostgres } from '../embedded.ts'

/** Writes numbered rows as fast as it can and says each number once PostgreSQL has acknowledged it. */
const database = await startEmbeddedPostgres({ dataDir: process.argv[2]!, log: { info: () => undefined } })
const client = new pg.Client(database.connectionString)
client.on('error', () => process.exit(1))
await client.connect()
await client.query('create table if not exists written (id bigint generated always as identity, note text)')
for (;;) {
  const { rows } = await client.query("insert into written (note) values (repeat('卓维', 200)) returning id")
  process.stdout.write(`${rows[0].id}\n`)
}
