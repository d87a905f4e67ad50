import { setTimeout as pause } from 'node:timers/promises'
import type { Services } from '../platform/services.ts'
import { type Claimed, claimDue } from './claim.ts'
import { outboundOf } from './outbound.ts'
import { failed, type Outcome } from './outcome.ts'
import { sendMail } from './send-mail.ts'
import { sendPush } from './send-push.ts'
import { sendToGroup } from './send-robot.ts'
import { settle } from './settle.ts'

const everySeconds = 5

/**
 * Looks every few seconds for what is due outward. It does not run in the queue of the jobs: a mail server that lets everybody wait
 * must not make a deadline wait.
 */
export function startPostman(services: Services): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const rounds = async () => {
    while (!stopping.signal.aborted) {
      await deliverDue(services).catch((error: unknown) =>
        services.log.error({ err: error }, '提醒没能发出，稍后再试'),
      )
      await pause(everySeconds * 1000, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined,
      )
    }
  }
  const running = rounds()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Sends what is due, round after round until nothing is; as often and from as many servers as one likes. */
export async function deliverDue(services: Services): Promise<void> {
  const sends = outboundOf(services) !== 'off'
  for (;;) {
    const { claimed, looked } = await claimDue(services.db, services.clock.now(), sends)
    if (looked === 0) return
    await Promise.all(claimed.map((one) => deliver(services, one)))
  }
}

export async function deliver(services: Services, claimed: Claimed): Promise<Outcome> {
  const outcome = await senders[claimed.channel](services, claimed).catch((error: unknown) => {
    services.log.error({ err: error, delivery: claimed.id }, '提醒没能发出')
    return failed('程序出错，已记入服务器日志', { blames: 'recipient' })
  })
  await settle(services.db, claimed, outcome, services.clock.now())
  return outcome
}

const senders: Record<Claimed['channel'], (services: Services, claimed: Claimed) => Promise<Outcome>> = {
  mail: sendMail,
  push: sendPush,
  robot: sendToGroup,
}
