import type { RobotProvider } from '@zhuowei/contract/channels.ts'
import { threeLines } from '@zhuowei/domain/channels/message.ts'
import type { Services } from '../platform/services.ts'
import type { Claimed } from './claim.ts'
import { mayReach, outboundOf, post } from './outbound.ts'
import { connectionReason, failed, type Outcome } from './outcome.ts'
import { readAnswer, robotProtocols } from './robots.ts'
import { openRobot } from './sealed.ts'

export async function sendToGroup(services: Services, { robotId, message }: Claimed): Promise<Outcome> {
  const row = await services.db
    .selectFrom('groupRobots')
    .select(['sealed', 'enabled'])
    .select((one) => one.ref('provider').$castTo<RobotProvider>().as('provider')) // group_robots_provider_known
    .where('id', '=', robotId)
    .executeTakeFirst()
  if (!row?.enabled) return failed('群机器人已停用', { final: true, blames: 'recipient' })
  const { address, secret } = openRobot(services.secrets, row.sealed)
  const protocol = robotProtocols[row.provider]
  if (!mayReach(address, [protocol.host], outboundOf(services)))
    return failed('这个地址不在允许的范围', { final: true, blames: 'recipient' })
  const text = threeLines(message, services.env.publicUrl ?? null).join('\n')
  const request = protocol.request(address, secret, text, new Date())
  try {
    const answer = await post(request.address, {
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(request.body),
    })
    return readAnswer(row.provider, answer)
  } catch (error) {
    return failed(connectionReason(error))
  }
}
