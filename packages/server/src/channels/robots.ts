import { createHmac } from 'node:crypto'
import type { RobotProvider } from '@zhuowei/contract/channels.ts'
import { failed, type Outcome, sent } from './outcome.ts'

interface Protocol {
  host: string
  /** The address as the provider shows it, up to where its secret begins. */
  begins: string
  /** What is sent; the providers compare the time of the signature with the real one. */
  request(address: string, secret: string | null, text: string, at: Date): { address: string; body: object }
  /** Numbers of their answer that trying again does not change. */
  final: Readonly<Record<number, string>>
  tooMany: readonly number[]
}

export const robotProtocols: Readonly<Record<RobotProvider, Protocol>> = {
  // 企业微信 knows no signature: the address is the secret. 20 messages a minute, 2048 bytes each.
  wecom: {
    host: 'qyapi.weixin.qq.com',
    begins: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=',
    request: (address, _, text) => ({ address, body: { msgtype: 'text', text: { content: text } } }),
    final: { 93000: '机器人地址不对，或已被移出群', 40058: '消息格式不被接受', 93008: '机器人不在群里' },
    tooMany: [45009],
  },
  // 钉钉 signs `milliseconds\nsecret` with the secret and takes both in the address.
  dingtalk: {
    host: 'oapi.dingtalk.com',
    begins: 'https://oapi.dingtalk.com/robot/send?access_token=',
    request: (address, secret, text, at) => {
      const signed = new URL(address)
      if (secret) {
        const timestamp = String(at.getTime())
        signed.searchParams.set('timestamp', timestamp)
        signed.searchParams.set('sign', hmac(secret, `${timestamp}\n${secret}`))
      }
      return { address: signed.href, body: { msgtype: 'text', text: { content: text } } }
    },
    final: {
      300001: '机器人地址不对',
      300005: '机器人地址不对',
      310000: '签名、关键词或来访地址不符',
      400013: '群已解散',
    },
    tooMany: [130101, 410100],
  },
  // 飞书 signs nothing at all with `seconds\nsecret` as the key, and takes both in the body.
  feishu: {
    host: 'open.feishu.cn',
    begins: 'https://open.feishu.cn/open-apis/bot/v2/hook/',
    request: (address, secret, text, at) => {
      const timestamp = String(Math.floor(at.getTime() / 1000))
      const signature = secret ? { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') } : {}
      return { address, body: { ...signature, msg_type: 'text', content: { text } } }
    },
    final: {
      19001: '机器人地址不对',
      19021: '签名不符',
      19022: '来访地址不在允许的范围',
      19024: '没有包含关键词',
    },
    tooMany: [11232],
  },
}

/** All three answer 200 with a number of their own, 0 when it went well. */
export function readAnswer(
  provider: RobotProvider,
  { status, text }: { status: number; text: string },
): Outcome {
  const { final, tooMany } = robotProtocols[provider]
  if (status === 429) return failed('发得太多，对方要求稍后再发')
  if (status >= 500) return failed(`对方服务器出错（${status}）`)
  const code = numberIn(text)
  if (code === 0 && status < 400) return sent
  if (code !== null && tooMany.includes(code)) return failed('发得太多，对方要求稍后再发')
  const reason = code === null ? undefined : final[code]
  return failed(reason ? `${reason}（${code}）` : `对方没有接受（${code ?? status}）`, {
    final: reason !== undefined || status >= 400,
  })
}

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

function numberIn(text: string): number | null {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer !== 'object' || answer === null) return null
    const fields = new Map(Object.entries(answer))
    const code: unknown = fields.get('errcode') ?? fields.get('code') ?? fields.get('StatusCode')
    return typeof code === 'number' ? code : null
  } catch {
    return null
  }
}
