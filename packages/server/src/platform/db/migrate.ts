import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { applicationRole } from './connect.ts'

const directory = path.join(import.meta.dirname, '../../migrations')
const lock = 7_201_142_023

/**
 * Applies the SQL files of `migrations/` that this database has not seen, in name order, each in one transaction, under an
 * advisory lock, so that two servers may start at once. A failure leaves the database at the last good file and throws.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await ensureRole(client)
    await client.query(
      'create table if not exists schema_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const applied = await appliedHashes(client)
    const done: string[] = []
    for (const { name, sql, hash } of await migrationFiles()) {
      const known = applied.get(name)
      if (known === hash) continue
      if (known) throw new Error(`迁移 ${name} 与已执行的版本不同，请恢复原文件后再启动`)
      await apply(client, name, sql, hash)
      done.push(name)
    }
    if (done.length > 0) await client.query(grants)
    return done
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined)
    client.release()
  }
}

/** The application reads and writes rows, owns nothing, and cannot rewrite what happened. */
const grants = `
  grant usage on schema public to ${applicationRole};
  grant select, insert, update, delete on all tables in schema public to ${applicationRole};
  grant usage, select on all sequences in schema public to ${applicationRole};
  revoke insert, update, delete, truncate on schema_migrations from ${applicationRole};
  revoke update, delete, truncate on events, audit_log, audit_chain from ${applicationRole}`

async function migrationFiles(): Promise<{ name: string; sql: string; hash: string }[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(directory, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function appliedHashes(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from schema_migrations',
  )
  return new Map(rows.map((row) => [row.name, row.hash]))
}

async function apply(client: pg.PoolClient, name: string, sql: string, hash: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`迁移 ${name} 失败：${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Roles belong to the whole server, not to one database: create it once and let the owner act as it. */
async function ensureRole(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${applicationRole}') then
        create role ${applicationRole} nologin;
      end if;
      if not pg_has_role(current_user, '${applicationRole}', 'member') then
        execute format('grant ${applicationRole} to %I', current_user);
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`)
}
