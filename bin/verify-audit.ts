import { existsSync } from 'node:fs'
import path from 'node:path'
import { readEnv } from '@zhuowei/server/env.ts'
import { verifyAudit } from '@zhuowei/server/platform/audit/verify.ts'
import { type Connection, database, ownerPool } from '@zhuowei/server/platform/db/connect.ts'
import { startEmbeddedPostgres } from '@zhuowei/server/platform/postgres/embedded.ts'

/** `npm run audit:verify`: 0 when the audit log is as it was sealed, 1 when not, 2 when it could not be read. */
try {
  const env = readEnv(process.env)
  const { connection, stop } = await connect(env.databaseUrl, path.join(env.dataDir, 'postgres'))
  const db = database(ownerPool(connection))
  const result = await verifyAudit(db).finally(() => db.destroy().then(stop))
  console.log(`已封存 ${result.rows} 条，待封存 ${result.unsealed} 条`)
  if (result.head) console.log(`链尾：第 ${result.head.position} 环 ${result.head.hash}`)
  for (const problem of result.problems) console.log(`✗ ${problem.message}`)
  const more = result.problemCount - result.problems.length
  if (more > 0) console.log(`……另有 ${more} 处`)
  console.log(result.ok ? '审计日志完好' : '审计日志与封存时不一致')
  process.exitCode = result.ok ? 0 : 1
} catch (error) {
  console.error(`无法核对：${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}

/** Also while the server runs: its PostgreSQL is shared, and left running. */
async function connect(
  databaseUrl: string | undefined,
  dataDir: string,
): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  if (databaseUrl) return { connection: { connectionString: databaseUrl }, stop: async () => undefined }
  if (!existsSync(dataDir)) throw new Error(`${dataDir} 里没有数据；数据在别处时设置 ZHUOWEI_DATA_DIR`)
  return startEmbeddedPostgres({ dataDir, log: { info: () => undefined } })
}
