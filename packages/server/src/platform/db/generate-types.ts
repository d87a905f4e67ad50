import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { createDatabase, dropDatabase, startTestCluster } from '../../testing/cluster.ts'
import { ownerPool } from './connect.ts'
import { migrate } from './migrate.ts'

const target = path.join(import.meta.dirname, 'schema.d.ts')

/** `npm run db:types` writes the row types of the migrated database; with `--check` it fails when they are not up to date. */
const cluster = await startTestCluster()
const scratch = `zw_types_${process.pid}`
try {
  const connectionString = await createDatabase(cluster.adminUrl, scratch)
  const pool = ownerPool({ connectionString })
  await migrate(pool)
  await pool.end()
  const before = await readFile(target, 'utf8').catch(() => '')
  const check = process.argv.includes('--check')
  const out = check
    ? path.join(import.meta.dirname, '../../../../../node_modules/.cache-schema.d.ts')
    : target
  await promisify(execFile)(
    process.execPath,
    [
      path.join(import.meta.dirname, '../../../../../node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect=postgres',
      `--url=${connectionString}`,
      '--camel-case',
      '--date-parser=string',
      '--type-mapping={"int8":"number"}', // as connect.ts reads it
      '--exclude-pattern=graphile_worker.*',
      '--default-schema=public',
      '--include-pattern=public.*',
      `--out-file=${out}`,
    ],
    { env: { ...process.env, DATABASE_URL: connectionString } },
  )
  if (check && (await readFile(out, 'utf8')) !== before) {
    throw new Error('schema.d.ts 与迁移后的数据库不一致：请运行 npm run db:types')
  }
} finally {
  await dropDatabase(cluster.adminUrl, scratch)
  await cluster.stop()
}
