import type { ChangedRobot, GroupRobot, NewRobot, RobotProvider } from '@zhuowei/contract/channels.ts'
import { kindOf } from '@zhuowei/domain/channels/kinds.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { recordEvent } from '../platform/events.ts'
import type { Reading, Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound, Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { visibleRobots } from './access.ts'
import { mayReach, type Outbound } from './outbound.ts'
import { robotProtocols } from './robots.ts'
import { openRobot, sealRobot } from './sealed.ts'

interface Tools {
  secrets: Secrets
  outbound: Outbound
}
type Work = Writing & Tools
type Look = Reading & Tools

export async function listRobots(look: Look): Promise<GroupRobot[]> {
  const rows = await selectRobots(look.db, look.actor).execute()
  return rows.map((row) => present(look.secrets, row))
}

export async function addRobot(work: Work, input: NewRobot): Promise<GroupRobot> {
  const { db, now, secrets, outbound } = work
  const { divisionId, provider, name, enabled, address, secret } = input
  const division = await db
    .selectFrom('divisions')
    .select('id')
    .where('id', '=', divisionId)
    .executeTakeFirst()
  if (!division) throw invalid('divisionId', '请选择事业部')
  checkAddress(outbound, provider, address)
  const id = newId()
  const sealed = sealRobot(secrets, { address, secret: secretOf(provider, secret) })
  await db
    .insertInto('groupRobots')
    .values({ id, divisionId, provider, name, enabled, sealed, createdAt: now, updatedAt: now })
    .execute()
  await record(work, 'channel.robot_added', { id, divisionId }, `登记群机器人“${name}”`)
  return readRobot(work, id)
}

/** An address that is left out stays, and its secret with it; a new address comes with its own. */
export async function updateRobot(work: Work, id: string, input: ChangedRobot): Promise<GroupRobot> {
  const { db, now, secrets, outbound } = work
  const row = await findRobot(work, id)
  const { version, name, enabled, address, secret } = input
  if (row.version !== version)
    throw new Refusal('version_conflict', {
      facts: { current: await readRobot(work, id), yours: { name, enabled, version } },
    })
  const stored = openRobot(secrets, row.sealed)
  if (address) checkAddress(outbound, row.provider, address)
  const next = address
    ? { address, secret: secretOf(row.provider, secret) }
    : { ...stored, secret: secretOf(row.provider, secret) ?? stored.secret }
  await db
    .updateTable('groupRobots')
    .set({ name, enabled, sealed: sealRobot(secrets, next), version: version + 1, updatedAt: now })
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('restingDestinations').where('destination', '=', `robot:${id}`).execute()
  await record(work, 'channel.robot_updated', row, `修改群机器人“${name}”，${enabled ? '启用' : '停用'}`)
  return readRobot(work, id)
}

/** What still waits for the group is not sent any more; the log keeps that it was. */
export async function removeRobot(work: Work, id: string): Promise<void> {
  const row = await findRobot(work, id)
  await work.db
    .updateTable('deliveries')
    .set({ state: 'dropped', reason: '群机器人已删除', doneAt: work.now })
    .where('robotId', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await work.db.deleteFrom('groupRobots').where('id', '=', id).execute()
  await record(work, 'channel.robot_removed', row, `删除群机器人“${row.name}”`)
}

export async function findRobot({ db, actor }: Reading, id: string) {
  const row = await visibleRobots(db, actor)
    .selectAll('groupRobots')
    .$narrowType<{ provider: RobotProvider }>() // group_robots_provider_known
    .where('groupRobots.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}

async function readRobot({ db, actor, secrets }: Look, id: string): Promise<GroupRobot> {
  const row = await selectRobots(db, actor).where('groupRobots.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(secrets, row)
}

function selectRobots(db: Database | Trx, actor: Reading['actor']) {
  return visibleRobots(db, actor)
    .innerJoin('divisions', 'divisions.id', 'groupRobots.divisionId')
    .selectAll('groupRobots')
    .select('divisions.name as divisionName')
    .$narrowType<{ provider: RobotProvider }>() // group_robots_provider_known
    .orderBy('divisions.name')
    .orderBy('groupRobots.createdAt')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRobots>['execute']>>[number]

function present(secrets: Secrets, row: Row): GroupRobot {
  const { id, divisionId, divisionName, provider, name, enabled, kinds, version } = row
  const { address, secret } = openRobot(secrets, row.sealed)
  return {
    ...{ id, provider, name, enabled, version },
    division: { id: divisionId, name: divisionName },
    addressHint: `${new URL(address).host}…${address.slice(-4)}`,
    hasSecret: secret !== null,
    kinds: kinds.map((kind) => ({ kind, label: kindOf(kind).label })),
  }
}

/** 企业微信 has no signature; a secret typed there by mistake is not kept. */
const secretOf = (provider: RobotProvider, secret: string | null) => (provider === 'wecom' ? null : secret)

function checkAddress(outbound: Outbound, provider: RobotProvider, address: string): void {
  const { host, begins } = robotProtocols[provider]
  const fits = mayReach(address, [host], outbound) && (outbound === 'loopback' || address.startsWith(begins))
  if (!fits) throw invalid('address', `机器人地址应以 ${begins} 开头`)
}

function record(
  { db, actor, now }: Work,
  verb: string,
  { id, divisionId }: { id: string; divisionId: string },
  summary: string,
): Promise<string> {
  return recordEvent(db, actor, now, { verb, subjectType: 'group_robot', subjectId: id, divisionId, summary })
}
