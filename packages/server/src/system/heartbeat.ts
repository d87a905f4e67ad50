import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { recomputeOpen } from '../obligations/generate.ts'
import { systemClock } from '../platform/clock.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'

const minute = 60_000

/** A restart that takes no longer is no outage. */
const longestSilence = 5 * minute

/** Says every minute, whatever else this server is busy with, that the system is up; the first time before anything else is done. */
export async function startHeartbeat(services: Services): Promise<{ stop(): void }> {
  await beatOf(services)
  const timer = setInterval(() => {
    beatOf(services).catch((error: unknown) => services.log.warn({ err: error }, '没能登记系统在运行'))
  }, minute)
  return { stop: () => clearInterval(timer) }
}

/** The clock of the demonstration and of tests stands still or jumps, which says nothing about the system. */
export async function beatOf({ db, clock, log }: Services): Promise<void> {
  if (clock === systemClock && (await beat(db, clock.now()))) log.warn('系统停机已登记，期限按时长顺延')
}

/**
 * The first server that is up again after a longer silence writes down the outage and gives its time back (§1B
 * report.extendOnOutage); says whether it did.
 */
export function beat(db: Database, now: Date): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { at } = await trx.selectFrom('heartbeat').select('at').forUpdate().executeTakeFirstOrThrow()
    if (at && at >= now) return false
    await trx.updateTable('heartbeat').set({ at: now }).execute()
    if (!at || now.getTime() - at.getTime() <= longestSilence) return false
    await giveTimeBack(trx, { from: at, to: now }, now)
    return true
  })
}

/** Whole minutes, since deadlines name them. What closed while the system was down is open again, for nobody has closed it yet. */
async function giveTimeBack(trx: Trx, silence: { from: Date; to: Date }, now: Date): Promise<void> {
  const fromAt = new Date(Math.floor(silence.from.getTime() / minute) * minute)
  const toAt = new Date(Math.ceil(silence.to.getTime() / minute) * minute)
  await trx.insertInto('outages').values({ id: newId(), fromAt, toAt }).execute()
  await recomputeOpen(trx, { from: shanghaiDate(fromAt), to: shanghaiDate(toAt) }, now, fromAt)
}
