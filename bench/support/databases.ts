import path from 'node:path'
import { ownerPool } from '@zhuowei/server/platform/db/connect.ts'
import { migrate } from '@zhuowei/server/platform/db/migrate.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@zhuowei/server/platform/postgres/embedded.ts'
import pg from 'pg'

/** Kept between runs, because a million customers take minutes to make; `rm -rf data/bench` begins anew. */
export const benchDir = path.join(import.meta.dirname, '../../data/bench')
/** Only for the rows of the bench: 32 bytes, hexadecimal. */
export const secretKey = '5a'.repeat(32)

/** The PostgreSQL that comes with the product, with its own durable settings. */
export function startCluster(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir: path.join(benchDir, 'postgres'), log: { info: () => undefined } })
}

export function urlOf(cluster: EmbeddedPostgres, database: string): string {
  return cluster.connectionString.replace(/\/zhuowei\?/, `/${database}?`)
}

/** Makes the database, brings its schema up, fills it, unless all that was done before with the same schema. */
export async function ensureDatabase(
  cluster: EmbeddedPostgres,
  name: string,
  fill: (pool: pg.Pool) => Promise<void>,
  template?: string,
): Promise<string> {
  const url = urlOf(cluster, name)
  if (await isFilled(url)) return url
  console.error(`准备 ${name} …`)
  await admin(cluster, `drop database if exists ${name} with (force)`)
  await admin(
    cluster,
    `create database ${name} ${template ? `template ${template}` : `template template0 encoding 'UTF8'`}`,
  )
  const pool = ownerPool({ connectionString: url })
  await migrate(pool)
  await pool.query('drop table if exists bench_filled') // a template brings its own
  await fill(pool)
  await pool.query('create table bench_filled ()')
  await pool.query('vacuum (analyze)')
  await pool.query('checkpoint')
  await pool.end()
  return url
}

/** A changed migration makes the old database unusable: it is made anew. */
async function isFilled(url: string): Promise<boolean> {
  const pool = ownerPool({ connectionString: url })
  try {
    const { rows } = await pool.query<{ filled: string | null }>(
      `select to_regclass('bench_filled') as filled`,
    )
    if (!rows[0]?.filled) return false
    await migrate(pool)
    return true
  } catch {
    return false
  } finally {
    await pool.end()
  }
}

async function admin(cluster: EmbeddedPostgres, sql: string): Promise<void> {
  const client = new pg.Client(cluster.connection)
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
