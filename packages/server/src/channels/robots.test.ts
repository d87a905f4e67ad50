import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { mayReach } from './outbound.ts'
import { readAnswer, robotProtocols } from './robots.ts'

const at = new Date('2026-11-23T17:30:00.500+08:00')
const text = '星期一工作日报还没提交\nhttps://zhuowei.example/'

test('企业微信: a text without signature, the address is the secret', () => {
  const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6'
  expect(robotProtocols.wecom.request(address, 'ignored', text, at)).toEqual({
    address,
    body: { msgtype: 'text', text: { content: text } },
  })
})

test('钉钉: milliseconds and the signature, url-encoded, in the address', () => {
  const address = 'https://oapi.dingtalk.com/robot/send?access_token=abc'
  const request = robotProtocols.dingtalk.request(address, 'SEC123', text, at)
  const timestamp = String(at.getTime())
  const sign = createHmac('sha256', 'SEC123').update(`${timestamp}\nSEC123`).digest('base64')
  expect(request.address).toBe(`${address}&timestamp=${timestamp}&sign=${encodeURIComponent(sign)}`)
  expect(request.body).toEqual({ msgtype: 'text', text: { content: text } })
  expect(robotProtocols.dingtalk.request(address, null, text, at).address).toBe(address)
})

test('飞书: seconds and the signature of nothing, keyed with both, in the body', () => {
  const address = 'https://open.feishu.cn/open-apis/bot/v2/hook/abc'
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const sign = createHmac('sha256', `${timestamp}\nkey`).update('').digest('base64')
  expect(robotProtocols.feishu.request(address, 'key', text, at)).toEqual({
    address,
    body: { timestamp, sign, msg_type: 'text', content: { text } },
  })
  expect(robotProtocols.feishu.request(address, null, text, at).body).toEqual({
    msg_type: 'text',
    content: { text },
  })
})

test.each([
  ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', 'sent'],
  ['feishu', 200, '{"code":0,"msg":"success","data":{}}', 'sent'],
  ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
  ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url"}', 'final'],
  ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', 'again'],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', 'final'],
  ['dingtalk', 200, '{"errcode":130101,"errmsg":"send too fast"}', 'again'],
  ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', 'final'],
  ['feishu', 400, '{"code":9499,"msg":"Bad Request"}', 'final'],
  ['feishu', 502, '<html>', 'again'],
  ['wecom', 200, 'null', 'again'],
] as const)('%s answers %i %s: %s', (provider, status, body, meaning) => {
  const outcome = readAnswer(provider, { status, text: body })
  expect(outcome.sent ? 'sent' : outcome.final ? 'final' : 'again').toBe(meaning)
  if (!outcome.sent) expect(outcome.reason).not.toMatch(/[a-z]{3}/)
})

test.each([
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'open', true],
  ['http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'open', false],
  ['https://qyapi.weixin.qq.com:8443/x', 'open', false],
  ['https://user:pass@qyapi.weixin.qq.com/x', 'open', false],
  ['https://qyapi.weixin.qq.com.evil.example/x', 'open', false],
  ['https://127.0.0.1/x', 'open', false],
  ['http://169.254.169.254/latest/meta-data', 'open', false],
  ['https://xpush.services.mozilla.com/x', 'open', false],
  ['https://updates.push.services.mozilla.com/x', 'open', true],
  ['http://127.0.0.1:8080/x', 'loopback', true],
  ['https://qyapi.weixin.qq.com/x', 'loopback', false],
  ['not an address', 'open', false],
] as const)('nobody makes the server knock elsewhere: %s when %s', (address, outbound, may) => {
  expect(mayReach(address, ['qyapi.weixin.qq.com', '.push.services.mozilla.com'], outbound)).toBe(may)
})
