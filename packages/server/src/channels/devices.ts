import type { NewDevice } from '@zhuowei/contract/channels.ts'
import { recordEvent } from '../platform/events.ts'
import type { Writing } from '../platform/http/implement.ts'
import { newId } from '../platform/ids.ts'
import { invalid, notFound } from '../platform/refusal.ts'
import type { Services } from '../platform/services.ts'
import { deviceName } from '../session/device-name.ts'
import { mayReach, outboundOf } from './outbound.ts'
import { sealDevice } from './sealed.ts'
import { pushHosts } from './send-push.ts'

const mostDevices = 10

/** A browser that somebody else used before belongs to the one who is signed in now, and no longer to him. */
export async function addDevice(
  { db, actor, now, services }: Writing & { services: Services },
  device: NewDevice,
  userAgent: string,
): Promise<string> {
  if (!mayReach(device.endpoint, pushHosts, outboundOf(services)))
    throw invalid('endpoint', '不认识这个浏览器的推送服务')
  const { secrets } = services
  const fingerprint = secrets.fingerprint(device.endpoint)
  const others = await db
    .selectFrom('pushDevices')
    .select('id')
    .where('personId', '=', actor.id)
    .where('fingerprint', '<>', fingerprint)
    .orderBy('createdAt', 'desc')
    .execute()
  const surplus = others.slice(mostDevices - 1).map(({ id }) => id)
  if (surplus.length > 0) await db.deleteFrom('pushDevices').where('id', 'in', surplus).execute()
  const id = newId()
  const label = deviceName(userAgent)
  await db.deleteFrom('pushDevices').where('fingerprint', '=', fingerprint).execute()
  await db
    .insertInto('pushDevices')
    .values({
      ...{ id, personId: actor.id, fingerprint, label, createdAt: now },
      host: new URL(device.endpoint).host,
      sealed: sealDevice(secrets, device),
    })
    .execute()
  await recordEvent(db, actor, now, {
    verb: 'channel.device_added',
    subjectType: 'push_device',
    subjectId: id,
    divisionId: actor.divisionId,
    summary: `在${label}上接收推送`,
  })
  return id
}

export async function removeDevice({ db, actor, now }: Writing, id: string): Promise<void> {
  const removed = await db
    .deleteFrom('pushDevices')
    .where('id', '=', id)
    .where('personId', '=', actor.id)
    .returning('label')
    .executeTakeFirst()
  if (!removed) throw notFound()
  await recordEvent(db, actor, now, {
    verb: 'channel.device_removed',
    subjectType: 'push_device',
    subjectId: id,
    divisionId: actor.divisionId,
    summary: `${removed.label}不再接收推送`,
  })
}
