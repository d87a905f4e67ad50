import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import { buildApp } from './app.ts'
import { ensureCalendar } from './calendar/days.ts'
import { startPostman } from './channels/postman.ts'
import type { Env } from './env.ts'
import { startJobs } from './jobs.ts'
import type { Clock } from './platform/clock.ts'
import { applicationPool, type Connection, database, ownerPool } from './platform/db/connect.ts'
import { migrate } from './platform/db/migrate.ts'
import { localFiles } from './platform/files/store.ts'
import { startLive } from './platform/live/live.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/postgres/embedded.ts'
import { loadSecrets } from './platform/secrets.ts'
import type { Services } from './platform/services.ts'
import { startHeartbeat } from './system/heartbeat.ts'

export interface RunningServer {
  url: string
  services: Services
  stop(): Promise<void>
}

export interface StartOptions {
  env: Env
  clock: Clock
  demo?: boolean
  /** Runs once the schema is there and before the first request, for the demonstration division. */
  prepare?: (services: Services) => Promise<void>
}

/** One server process: database, migrations, application, background work, HTTP. Throws with the reason when a part fails. */
export async function startServer({
  env,
  clock,
  demo = false,
  prepare,
}: StartOptions): Promise<RunningServer> {
  const log = pino({ level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const connection = await connect(env, log, undo)
    await bringSchemaUp(connection, log)
    const pool = applicationPool(connection, env.poolSize)
    pool.on('error', (error) => log.warn({ err: error }, '数据库连接中断'))
    const live = await startLive(connection, log)
    const services: Services = {
      env,
      clock,
      pool,
      live,
      files: localFiles(path.join(env.dataDir, 'files')),
      db: database(pool),
      secrets: await loadSecrets(env.secretKey, env.dataDir),
      log,
      demo,
    }
    undo.push(
      () => services.db.destroy(),
      () => live.stop(),
    )
    await ensureCalendar(services.db, clock.now())
    await prepare?.(services)
    const app = await buildApp(services)
    undo.push(() => app.close())
    const heartbeat = await startHeartbeat(services) // an outage extends deadlines before a job closes them
    undo.push(async () => heartbeat.stop())
    const worker = await startJobs(services, connection)
    undo.push(() => worker.stop())
    const postman = startPostman(services)
    undo.push(() => postman.stop())
    return { url: await listen(app, env), services, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** `DATABASE_URL` when given; otherwise the PostgreSQL that comes along, kept running for as long as the server runs. */
async function connect(env: Env, log: Logger, undo: (() => Promise<unknown>)[]): Promise<Connection> {
  if (env.databaseUrl) return { connectionString: env.databaseUrl }
  const dataDir = path.join(env.dataDir, 'postgres')
  let postgres = await startEmbeddedPostgres({ dataDir, log })
  let stopping = false
  const keepUp = async (running: EmbeddedPostgres): Promise<void> => {
    const { detail } = await running.exited
    if (stopping) return
    log.error(`数据库意外停止，正在重新启动：${detail}`)
    postgres = await startEmbeddedPostgres({ dataDir, log })
    return keepUp(postgres)
  }
  void keepUp(postgres)
  undo.push(() => {
    stopping = true
    return postgres.stop()
  })
  return postgres.connection
}

async function bringSchemaUp(connection: Connection, log: Logger): Promise<void> {
  const owner = ownerPool(connection)
  try {
    const applied = await migrate(owner)
    if (applied.length > 0) log.info(`数据库结构已更新：${applied.join('、')}`)
  } finally {
    await owner.end()
  }
}

async function listen(app: FastifyInstance, env: Env): Promise<string> {
  try {
    await app.listen({ port: env.port, host: env.host })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new Error(`端口 ${env.port} 已被占用：请先停止占用它的程序，或用 PORT=其他端口 启动`)
    }
    throw error
  }
  const address = app.server.address()
  const port = typeof address === 'object' && address ? address.port : env.port
  return env.publicUrl ?? `http://localhost:${port}`
}
