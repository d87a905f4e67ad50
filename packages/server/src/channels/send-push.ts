import webPush from 'web-push'
import type { Services } from '../platform/services.ts'
import type { Claimed } from './claim.ts'
import { mayReach, outboundOf, post } from './outbound.ts'
import { connectionReason, failed, type Outcome, sent } from './outcome.ts'
import { pushKeys } from './push-keys.ts'
import { openDevice } from './sealed.ts'

/** The push services of the browsers; a device cannot make this server write to anybody else. */
export const pushHosts: readonly string[] = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
]

const day = 24 * 3600

/** Encrypted for the device; the push service in between learns only that there is something. The tag keeps a second copy from showing. */
export async function sendPush(services: Services, claimed: Claimed): Promise<Outcome> {
  const { db, secrets, clock } = services
  const { deviceId, message, notificationId, until, id } = claimed
  const row = await db
    .selectFrom('pushDevices')
    .select('sealed')
    .where('id', '=', deviceId)
    .executeTakeFirst()
  if (!row) return failed('这台设备已停止推送', { final: true, blames: 'recipient' })
  const device = openDevice(secrets, row.sealed)
  if (!mayReach(device.endpoint, pushHosts, outboundOf(services)))
    return failed('这个地址不在允许的范围', { final: true, blames: 'recipient', gone: true })
  const tag = notificationId ?? id
  const left = until ? Math.ceil((until.getTime() - clock.now().getTime()) / 1000) : day
  try {
    const request = webPush.generateRequestDetails(device, JSON.stringify({ ...message, tag }), {
      vapidDetails: { subject: contactOf(services), ...(await pushKeys(db, secrets)) },
      TTL: Math.min(day, Math.max(60, left)),
      urgency: 'normal',
      topic: tag.replaceAll('-', ''),
    })
    return answered(
      await post(request.endpoint, {
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ),
        body: new Uint8Array(request.body ?? []),
      }),
    )
  } catch (error) {
    return failed(connectionReason(error))
  }
}

/** Whom a push service may write to about us; it asks for an address, and https says enough. */
const contactOf = ({ env }: Services) =>
  env.publicUrl?.startsWith('https:') ? env.publicUrl : 'mailto:postmaster@example.com'

function answered({ status }: { status: number }): Outcome {
  if (status >= 200 && status < 300) return sent
  if (status === 404 || status === 410)
    return failed('设备已经取消推送', { final: true, blames: 'recipient', gone: true })
  if (status === 429) return failed('发得太多，对方要求稍后再发')
  if (status >= 500) return failed(`推送服务出错（${status}）`)
  return failed(`推送服务没有接受（${status}）`, { final: true, blames: 'recipient' })
}
