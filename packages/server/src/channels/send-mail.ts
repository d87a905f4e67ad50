import { threeLines } from '@zhuowei/domain/channels/message.ts'
import { createTransport } from 'nodemailer'
import type { Services } from '../platform/services.ts'
import type { Claimed } from './claim.ts'
import { isLoopback, outboundOf } from './outbound.ts'
import { connectionReason, failed, type Outcome, sent } from './outcome.ts'

const seconds = 1000

/** The same delivery always has the same Message-ID, by which many mailboxes recognise a second copy. */
export async function sendMail(services: Services, { id, email, message }: Claimed): Promise<Outcome> {
  const settings = await services.db.selectFrom('mailSettings').selectAll().executeTakeFirst()
  if (!settings?.enabled) return failed('邮件发送已停用', { final: true, blames: 'recipient' })
  if (!email) return failed('通讯录里没有邮箱', { final: true, blames: 'recipient' })
  const { host, port, security, username, sealed, fromAddress, fromName } = settings
  if (outboundOf(services) === 'loopback' && !isLoopback(host)) return failed('这个地址不在允许的范围')
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(username ? { auth: { user: username, pass: sealed ? services.secrets.open(sealed) : '' } } : {}),
    connectionTimeout: 8 * seconds,
    greetingTimeout: 8 * seconds,
    socketTimeout: 10 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      messageId: `<${id}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`,
      from: { name: fromName, address: fromAddress },
      to: { name: '', address: email },
      subject: message.title,
      text: threeLines(message, services.env.publicUrl ?? null).join('\n'),
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return sent
  } catch (error) {
    return refusalOf(error)
  } finally {
    transport.close()
  }
}

/** 5xx for the recipient is final; everything else about the recipient may pass, and all else is the server's fault. */
function refusalOf(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const number =
    error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
      ? error.responseCode
      : 0
  if (code === 'EAUTH') return failed('邮件服务器不接受用户名或密码')
  if (code === 'EENVELOPE')
    return failed(`收件地址被拒收（${number}）`, { final: number >= 500, blames: 'recipient' })
  if (number >= 500) return failed(`邮件被拒收（${number}）`, { final: true, blames: 'recipient' })
  if (number >= 400) return failed(`邮件服务器要求稍后再发（${number}）`)
  return failed(connectionReason(error))
}
