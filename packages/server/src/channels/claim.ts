import type { DeliveryChannel } from '@zhuowei/contract/channels.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Message, outwardMessage } from '@zhuowei/domain/channels/message.ts'
import { type Timing, whenToSend } from '@zhuowei/domain/channels/timing.ts'
import { resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import { sql } from 'kysely'
import { loadRules } from '../obligations/rules.ts'
import type { Database, Trx } from '../platform/db/connect.ts'

/** One message that this process has taken upon itself. */
export interface Claimed {
  id: string
  channel: DeliveryChannel
  destination: string
  attempts: number
  until: Date | null
  notificationId: string | null
  message: Message
  email: string | null
  robotId: string | null
  deviceId: string | null
}

const perDestination = 4
const perRound = 24
/** Longer than any attempt takes: what is claimed for longer belongs to a process that died. */
const lease = 5 * 60_000

/**
 * Takes what is due, a few for each destination so that none of them fills the round, and lets alone what another process holds.
 * Marked before it is sent: what a process that dies has already handed over may go out once more, and never more often than it died.
 */
export async function claimDue(
  db: Database,
  now: Date,
  sends: boolean,
): Promise<{ claimed: Claimed[]; looked: number }> {
  await takeBackAbandoned(db, now)
  return db.transaction().execute(async (trx) => {
    const rows = await selectOutgoing(trx)
      .where('deliveries.id', 'in', dueIds(trx, now))
      .where('deliveries.state', '=', 'waiting')
      .orderBy('deliveries.nextAt')
      .limit(perRound)
      .forUpdate('deliveries')
      .skipLocked()
      .execute()
    const mine: Row[] = []
    for (const row of rows) {
      const timing: Timing | NotSent = sends ? await timingOf(trx, row, now) : { do: 'drop', why: 'demo' }
      if (timing.do === 'send') mine.push(row)
      else await putAside(trx, row.id, timing, now)
    }
    if (mine.length === 0) return { claimed: [], looked: rows.length }
    await trx
      .updateTable('deliveries')
      .set((row) => ({ state: 'sending', claimedAt: now, attempts: row('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        mine.map(({ id }) => id),
      )
      .execute()
    const claimed = mine.map((row) => claimedOf({ ...row, attempts: row.attempts + 1 }))
    return { claimed, looked: rows.length }
  })
}

/** Those that were written as taken from the start, for a test that somebody waits for. */
export async function loadClaimed(db: Database, ids: readonly string[]): Promise<Claimed[]> {
  const rows = await selectOutgoing(db).where('deliveries.id', 'in', ids).execute()
  return rows.map(claimedOf)
}

function dueIds(trx: Trx, now: Date) {
  return trx
    .selectFrom((due) =>
      due
        .selectFrom('deliveries')
        .select('deliveries.id')
        .select(
          sql<number>`row_number() over (partition by destination order by next_at, deliveries.id)`.as('nth'),
        )
        .where('state', '=', 'waiting')
        .where('nextAt', '<=', now)
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('restingDestinations')
                .select(sql`1`.as('one'))
                .whereRef('restingDestinations.destination', '=', 'deliveries.destination')
                .where('restsUntil', '>', now),
            ),
          ),
        )
        .as('ranked'),
    )
    .select('ranked.id')
    .where('nth', '<=', perDestination)
}

function selectOutgoing(db: Database | Trx) {
  return db
    .selectFrom('deliveries')
    .leftJoin('notifications', 'notifications.id', 'deliveries.notificationId')
    .leftJoin('people', 'people.id', 'deliveries.personId')
    .leftJoin('reminderChoices', 'reminderChoices.personId', 'deliveries.personId')
    .select(['deliveries.id', 'deliveries.destination', 'deliveries.kind', 'deliveries.attempts'])
    .select(['deliveries.until', 'deliveries.robotId', 'deliveries.deviceId', 'deliveries.notificationId'])
    .select(['deliveries.divisionId', 'deliveries.personId', 'people.email', 'people.leavingDate'])
    .select(['notifications.title', 'notifications.body', 'notifications.link', 'notifications.readAt'])
    .select(['reminderChoices.quietFrom', 'reminderChoices.quietTo', 'reminderChoices.onLeave'])
    .select((row) => row.ref('deliveries.channel').$castTo<DeliveryChannel>().as('channel')) // deliveries_channel_known
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOutgoing>['execute']>>[number]

const testWords = {
  title: '测试提醒',
  body: '收到这一条，说明提醒能送到这里。',
  link: '/settings/reminders',
}

function claimedOf(row: Row): Claimed {
  const { kind, title, body, link } = row
  const words = title === null ? testWords : { title, body, link }
  return { ...row, message: outwardMessage({ kind, ...words }, row.channel === 'robot') }
}

interface NotSent {
  do: 'drop'
  why: 'demo' | 'left' | 'read' | 'leave' | 'late'
}

/** What somebody asked for this very moment goes out at any hour; what has been read meanwhile need not go out at all. */
async function timingOf(trx: Trx, row: Row, now: Date): Promise<Timing | NotSent> {
  const today = shanghaiDate(now)
  if (row.kind === 'test') return { do: 'send' }
  if (row.leavingDate && row.leavingDate < today) return { do: 'drop', why: 'left' }
  if (row.channel !== 'robot' && row.readAt) return { do: 'drop', why: 'read' }
  const parameters = row.divisionId
    ? (await loadRules(trx, row.divisionId, today)).parameters
    : resolveParameters([], today)
  const quiet =
    row.quietFrom !== null && row.quietTo !== null
      ? { from: row.quietFrom, to: row.quietTo }
      : { from: parameters['remind.quietFrom'], to: parameters['remind.quietTo'] }
  const onLeave = !row.onLeave && row.personId !== null && (await isOnLeave(trx, row.personId, today))
  return whenToSend({ now, quiet, until: row.until, onLeave })
}

async function isOnLeave(trx: Trx, personId: string, today: string): Promise<boolean> {
  const leave = await trx
    .selectFrom('absences')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', 'leave')
    .where('portion', '=', 'full')
    .where('approvedAt', 'is not', null)
    .where('cancelledAt', 'is', null)
    .where('fromDate', '<=', today)
    .where('toDate', '>=', today)
    .executeTakeFirst()
  return leave !== undefined
}

const reasons: Record<NotSent['why'], string> = {
  demo: '演示环境不外发',
  left: '已经离职',
  read: '已经在系统里看过',
  leave: '请假期间不提醒',
  late: '已过时效',
}

async function putAside(trx: Trx, id: string, timing: Timing | NotSent, now: Date): Promise<void> {
  if (timing.do === 'send') return
  const change =
    timing.do === 'hold'
      ? { nextAt: timing.to, reason: '免打扰时间，之后再发' }
      : { state: 'dropped', doneAt: now, reason: reasons[timing.why] }
  await trx.updateTable('deliveries').set(change).where('id', '=', id).execute()
}

async function takeBackAbandoned(db: Database, now: Date): Promise<void> {
  await db
    .updateTable('deliveries')
    .set({ state: 'waiting', nextAt: now, reason: '发送时程序中断，再发一次' })
    .where('state', '=', 'sending')
    .where('claimedAt', '<', new Date(now.getTime() - lease))
    .execute()
}
