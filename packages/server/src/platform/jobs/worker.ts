import { Logger, parseCronItems, run } from 'graphile-worker'
import pg from 'pg'
import type { Connection } from '../db/connect.ts'
import type { Services } from '../services.ts'
import type { Job } from './job.ts'

export interface Worker {
  stop(): Promise<void>
}

/**
 * Runs the jobs of this process: once at the start, then by the queue in PostgreSQL, which hands each run to one server only. The
 * queue's own tables belong to the owner; what a job does, it does through `services` with the rights of the application.
 */
export async function startWorker(
  services: Services,
  connection: Connection,
  jobs: readonly Job[],
): Promise<Worker> {
  await runAll(services, jobs)
  const pool = new pg.Pool({ ...connection, max: 3, application_name: 'zhuowei-jobs' })
  const interrupted = (error: Error) => services.log.warn({ err: error }, '后台任务的数据库连接中断')
  pool.on('error', interrupted)
  pool.on('connect', (client) => client.on('error', interrupted))
  const runner = await run({
    pgPool: pool,
    concurrency: 1,
    pollInterval: 5000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') services.log.warn({ level }, message)
    }),
    taskList: Object.fromEntries(
      jobs.map((job) => [job.name, () => job.run(services, services.clock.now())]),
    ),
    parsedCronItems: parseCronItems(
      jobs.map(({ name, cron }) => ({
        task: name,
        match: cron,
        // A run that is still waiting is enough: what it finds due does not depend on when it was asked.
        options: { jobKey: name, jobKeyMode: 'preserve_run_at', maxAttempts: 3 },
      })),
    ),
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

/** Everything that is due now, in the order of the table; one job that fails does not keep the others from running. */
export async function runAll(services: Services, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    await job
      .run(services, services.clock.now())
      .catch((error: unknown) => services.log.error({ err: error }, `后台任务 ${job.name} 失败`))
  }
}
