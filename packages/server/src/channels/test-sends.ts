import type { DeliveryChannel, TestResult } from '@zhuowei/contract/channels.ts'
import type { Database } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, Refusal } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import { loadClaimed } from './claim.ts'
import { outboundOf } from './outbound.ts'
import { deliver } from './postman.ts'
import { findRobot } from './robot-settings.ts'

type Look = Reading & { db: Database; services: Services }

/** To the administrator himself, so that nobody else gets mail from somebody trying things out. */
export async function testMail(look: Look): Promise<TestResult> {
  const [target] = await ownMail(look)
  if (!target) throw new Refusal('nothing_to_decide', { detail: '请先启用邮件，并在“人员”里给自己填上邮箱' })
  return sendTests(look, [target])
}

export async function testRobot(look: Look, id: string): Promise<TestResult> {
  const { name, enabled, divisionId } = await findRobot(look, id)
  if (!enabled) throw invalid('enabled', '这个群机器人已停用')
  return sendTests(look, [
    { channel: 'robot', to: name, target: id, destination: `robot:${id}`, robotId: id, divisionId },
  ])
}

/** To every place where this person would be reminded. */
export async function testMine(look: Look): Promise<TestResult> {
  const devices = await look.db
    .selectFrom('pushDevices')
    .select(['id', 'label', 'host'])
    .where('personId', '=', look.actor.id)
    .execute()
  const targets: Target[] = [
    ...(await ownMail(look)),
    ...devices.map(({ id, label, host }) => ({
      ...{ channel: 'push' as const, to: label, target: id, deviceId: id },
      ...{ destination: `push:${host}`, personId: look.actor.id, divisionId: look.actor.divisionId },
    })),
  ]
  if (targets.length === 0)
    throw new Refusal('nothing_to_decide', { detail: '还没有可以发到的地方：没有邮箱，也没有设备' })
  return sendTests(look, targets)
}

interface Target {
  channel: DeliveryChannel
  to: string
  target: string
  destination: string
  divisionId: string | null
  personId?: string
  robotId?: string
  deviceId?: string
}

async function ownMail({ db, actor }: Look): Promise<Target[]> {
  const row = await db
    .selectFrom('people')
    .innerJoin('mailSettings', (join) => join.on('mailSettings.enabled', '=', true))
    .select('people.email')
    .where('people.id', '=', actor.id)
    .executeTakeFirst()
  if (!row?.email) return []
  const { id: personId, divisionId } = actor
  return [{ channel: 'mail', to: row.email, target: personId, destination: 'mail', personId, divisionId }]
}

/** Once a minute to each place; the result stands in the log like any other. */
async function sendTests({ db, now, services }: Look, targets: readonly Target[]): Promise<TestResult> {
  if (outboundOf(services) === 'off')
    throw new Refusal('nothing_to_decide', { detail: '演示环境不外发，测试也一样' })
  const minute = Math.floor(now.getTime() / 60_000)
  const rows = targets.map(({ to: _, target, ...row }) => ({
    ...{ id: newId(), key: `test:${row.channel}:${target}:${minute}`, kind: 'test', state: 'sending' },
    ...{ attempts: 1, nextAt: now, claimedAt: now, createdAt: now, ...row },
  }))
  const written = await db
    .insertInto('deliveries')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('deliveries_once').doNothing())
    .returning('id')
    .execute()
  if (written.length === 0) throw new Refusal('too_many_requests', { params: { retryAfterSeconds: 60 } })
  const claimed = await loadClaimed(
    db,
    written.map(({ id }) => id),
  )
  const results = await Promise.all(
    claimed.map(async (one) => {
      const outcome = await deliver(services, one)
      const to = targets[rows.findIndex(({ id }) => id === one.id)]?.to ?? ''
      return { channel: one.channel, to, sent: outcome.sent, detail: outcome.sent ? null : outcome.reason }
    }),
  )
  return { results }
}
