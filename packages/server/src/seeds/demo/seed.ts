import { ensureCalendar } from '../../calendar/days.ts'
import type { Database } from '../../platform/db/connect.ts'
import { withStableIds } from '../../platform/ids.ts'
import type { Services } from '../../platform/services.ts'
import { demoScript } from './script.ts'
import { inOneTransaction } from './stage/one-transaction.ts'
import { divisionId, type Stage } from './stage/stage.ts'

const writtenSeed = '20260901'

/** Plays the demonstration division up to now into an empty database; one that has it already is left alone. */
export async function seedDemo(
  services: Pick<Services, 'pool' | 'db' | 'secrets' | 'files' | 'clock' | 'log'>,
  seed = writtenSeed,
): Promise<void> {
  if (await isSeeded(services.db)) return
  const now = services.clock.now()
  const started = performance.now()
  await inOneTransaction(services.pool, async (db) => {
    const { secrets, files } = services
    const stage: Stage = { db, secrets, files, reports: new Map(), actors: new Map() }
    await ensureCalendar(db, now)
    for (const act of demoScript(seed, now)) {
      await withStableIds(act.key, () => act.play(stage)).catch((cause) => {
        throw new Error(`演示数据写入失败：${act.key}`, { cause })
      })
    }
    await flagAsDemo(db)
  })
  services.log.info(`演示数据已写入，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`)
}

async function isSeeded(db: Database): Promise<boolean> {
  const division = await db
    .selectFrom('divisions')
    .select('id')
    .where('id', '=', divisionId)
    .executeTakeFirst()
  return division !== undefined
}

/** Commands that no form of the demonstration knows write ordinary rows; they are marked here. */
async function flagAsDemo(db: Database): Promise<void> {
  await db.updateTable('activities').set({ isDemo: true }).where('divisionId', '=', divisionId).execute()
  await db.updateTable('reports').set({ isDemo: true }).where('divisionId', '=', divisionId).execute()
}
