import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Stands on this machine in place of a provider and keeps what it is sent; `answers` may change while it runs. */
export async function startReceiver() {
  const received: Received[] = []
  const answers = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    received.push({ path: request.url ?? '', headers: request.headers, body })
    response.writeHead(answers.status).end(answers.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // listening on a port, so it is one
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Mail {
  to: string[]
  source: string
}

/** A mail server on this machine; `refuse` holds addresses that it does not take. */
export async function startMailServer() {
  const received: Mail[] = []
  const refuse = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _, done) =>
      password === 'right' ? done(null, { user: username }) : done(new Error('535 no')),
    onRcptTo: ({ address }, _, done) =>
      refuse.has(address) ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
    onData: async (stream, { envelope }, done) => {
      const source = Buffer.concat(await stream.toArray()).toString()
      received.push({ to: envelope.rcptTo.map(({ address }) => address), source })
      done()
    },
  })
  server.on('error', () => undefined) // a client that hangs up is part of the tests
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo // listening on a port, so it is one
  return { port, received, refuse, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** Subject and text as a mail program shows them. */
export function readMail({ source }: Mail): { subject: string; text: string; messageId: string } {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').trim()
  const unfolded = head.replace(/\r\n\s+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'mi').exec(unfolded)?.[1] ?? ''
  const text = /base64/i.test(header('Content-Transfer-Encoding'))
    ? Buffer.from(body, 'base64').toString()
    : body.replace(/=\r\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, fromQuoted)
  return { subject: decodeWords(header('Subject')), text, messageId: header('Message-ID') }
}

const fromQuoted = (run: string) => Buffer.from(run.replaceAll('=', ''), 'hex').toString()

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, encoding: string, word: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString()
        : word.replaceAll('_', ' ').replace(/(?:=[0-9A-F]{2})+/gi, fromQuoted),
    )
}
