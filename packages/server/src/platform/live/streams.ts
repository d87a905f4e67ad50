import { liveApi } from '@zhuowei/contract/live.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { admit } from '../http/role-gate.ts'
import { Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { resolveActor } from '../session/resolve.ts'
import type { Live, LiveMessage } from './live.ts'

/** One open page of one person. */
interface Stream {
  personId: string
  send(text: string): void
  /** Ends the stream unless its session still holds. */
  recheck(): Promise<void>
}

/** A person's windows on one server; more than that is a mistake or an attack. */
const streamsPerPerson = 12
/** Short of the idle time-outs of proxies. */
const heartbeat = 25_000
/** A reader that takes nothing for so long is gone. */
const unreadBytes = 64 * 1024

const openOf = new WeakMap<Live, Set<Stream>>()

/**
 * Holds the connection and passes on what concerns this person. It ends when the session is revoked or signed out, when the
 * person leaves or the reader goes, and with the server.
 */
export async function openStream(
  services: Services,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const open = openStreams(services.live)
  if ([...open].filter((stream) => stream.personId === actor.id).length >= streamsPerPerson) {
    throw new Refusal('too_many_requests', { detail: '打开的窗口太多，请关掉几个' })
  }
  const socket = reply.hijack().raw
  socket.setHeaders(new Map(Object.entries({ ...safetyHeaders(reply), ...streamHeaders })))
  socket.writeHead(200)
  const stream: Stream = {
    personId: actor.id,
    send: (text) => (socket.writableLength > unreadBytes ? socket.destroy() : socket.write(text)),
    recheck: async () => {
      const still = await stillAdmitted(services, request)
      if (!still) socket.end()
    },
  }
  const beat = setInterval(() => {
    stream.send(': \n\n')
    void stream.recheck()
  }, heartbeat).unref()
  socket.on('close', () => {
    clearInterval(beat)
    open.delete(stream)
  })
  socket.on('error', () => socket.destroy())
  open.add(stream)
  // After a restart the windows come back one by one.
  stream.send(`retry: ${1000 + Math.round(Math.random() * 3000)}\n\n`)
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/** What the hooks put on every reply; a hijacked one has to carry it over. */
function safetyHeaders(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]))
}

/** One subscription for all the streams of a process. */
function openStreams(live: Live): Set<Stream> {
  const known = openOf.get(live)
  if (known) return known
  const open = new Set<Stream>()
  openOf.set(live, open)
  live.subscribe((message) => {
    for (const stream of open) if (concerns(message, stream)) pass(message, stream)
  })
  return open
}

const concerns = (message: LiveMessage, stream: Stream) =>
  message.personId === undefined || message.personId === stream.personId

function pass(message: LiveMessage, stream: Stream): void {
  const data = message.topic === undefined ? {} : { topic: message.topic }
  stream.send(`event: ${message.kind}\ndata: ${JSON.stringify(data)}\n\n`)
  if (message.kind === 'session') void stream.recheck()
}

async function stillAdmitted(services: Services, request: FastifyRequest): Promise<boolean> {
  try {
    admit(liveApi.stream, await resolveActor(services, request))
    return true
  } catch (error) {
    // While the database is away the session is not in doubt: the next heartbeat asks again.
    return !(error instanceof Refusal)
  }
}
