import pg from 'pg'
import { publish } from '../platform/live/live.ts'
import type { Services } from '../platform/services.ts'
import { checkRows } from './check.ts'
import { finishRun } from './finish.ts'
import {
  abandonedImports,
  Cancelled,
  type Lease,
  LeaseLost,
  mostAttempts,
  releaseLease,
  takeLease,
} from './lease.ts'
import { Unsettled } from './numbers.ts'
import { mappedImport, type WorkableImport } from './queries.ts'
import { runAllOrNothing, runValidRows } from './run.ts'
import { countRows, noCounts } from './tally.ts'

const underWay = new Set<Promise<void>>()

/** Starts the work on an import that was just asked for; nobody waits for it, its state is in the database. */
export function wakeImport(services: Services, importId: string): void {
  const work = workOn(services, importId).catch((error: unknown) =>
    services.log.error({ err: error, importId }, '导入中断'),
  )
  underWay.add(work)
  void work.finally(() => underWay.delete(work))
}

/** Until nothing is under way in this process. */
export async function settleImports(): Promise<void> {
  await Promise.all(underWay)
}

/** Takes over what a process left behind that is gone. */
export async function resumeImports(services: Services): Promise<void> {
  for (const { id, state, attempts } of await abandonedImports(services.db)) {
    if (state === 'reading') await dropUnread(services, id)
    else if (attempts >= mostAttempts) await giveUp(services, id)
    else wakeImport(services, id)
  }
}

async function workOn(services: Services, importId: string): Promise<void> {
  let again = true
  while (again) {
    const lease = await takeLease(services.db, importId)
    again = lease !== null && (await attempt(services, lease))
  }
}

/** One attempt; true when another should follow. */
async function attempt(services: Services, lease: Lease): Promise<boolean> {
  const table = await mappedImport(services.db, lease.importId)
  try {
    if (table.state === 'checking') await checkRows(services, lease, table)
    else if (table.mode === 'valid_rows') await runValidRows(services, lease, table)
    else await runAllOrNothing(services, lease, table)
    return false
  } catch (error) {
    if (error instanceof LeaseLost) return false
    if (error instanceof Cancelled) {
      await stop(services, lease, table)
      return false
    }
    const overtaken = error instanceof Unsettled || isRace(error)
    if (!overtaken) services.log.error({ err: error, importId: lease.importId }, '导入出错')
    if (table.attempts >= mostAttempts) {
      await giveUp(services, table.id)
      return false
    }
    if (overtaken && table.mode === 'all_or_nothing') await judgeAgain(services, lease)
    else await releaseLease(services.db, lease)
    return true
  }
}

/** Somebody entered the same name, number or region at the same moment. */
const isRace = (error: unknown) =>
  error instanceof pg.DatabaseError && ['23505', '23503', '40P01'].includes(error.code ?? '')

/** Back to where the person can decide anew; what 只导入没有错误的行 has written already stays and can be undone. */
async function stop(services: Services, lease: Lease, table: WorkableImport): Promise<void> {
  const { db, clock } = services
  if (table.state === 'running' && table.mode === 'valid_rows') {
    await db.transaction().execute((trx) => finishRun(trx, lease, table, 'cancelled', clock.now()))
    return
  }
  const checking = table.state === 'checking'
  await settle(services, table.id, {
    state: checking ? 'mapping' : 'checked',
    failure: checking ? null : '已取消，没有导入任何一行',
  })
}

async function judgeAgain(services: Services, lease: Lease): Promise<void> {
  await settle(services, lease.importId, {
    state: 'checking',
    failure: '预检之后数据有变化，没有导入任何一行；已重新预检，请再看一遍',
  })
}

async function giveUp(services: Services, importId: string): Promise<void> {
  const table = await mappedImport(services.db, importId)
  await settle(services, importId, {
    // Of an import row by row a part may be in; what is counted can be undone.
    counts: JSON.stringify(table.mode === 'valid_rows' ? await countRows(services.db, table) : noCounts),
    state: 'failed',
    failure: '系统出错，导入没有完成；请重新上传，已经导入的行不会重复',
  })
}

async function settle(
  { db, clock }: Services,
  importId: string,
  result: { state: string; failure: string | null; counts?: string },
): Promise<void> {
  const now = clock.now()
  const { createdBy } = await db
    .updateTable('imports')
    .set((row) => ({
      ...result,
      worker: null,
      cancelRequestedAt: null,
      updatedAt: now,
      finishedAt: result.state === 'failed' ? now : null,
      version: row('version', '+', 1),
    }))
    .where('id', '=', importId)
    .returning('createdBy')
    .executeTakeFirstOrThrow()
  await publish(db, { kind: 'changed', personId: createdBy, topic: 'imports' })
}

/** An upload that its process did not finish reading: the file is gone with it. */
async function dropUnread({ db }: Services, importId: string): Promise<void> {
  await db.deleteFrom('imports').where('id', '=', importId).where('state', '=', 'reading').execute()
}
