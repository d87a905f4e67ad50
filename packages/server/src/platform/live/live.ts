import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Connection, Database, Trx } from '../db/connect.ts'

/** A message between processes: who it concerns and what kind it is; never content, which each reader loads for itself. */
export interface LiveMessage {
  kind: 'notification' | 'session' | 'changed'
  /** Whom it concerns; absent means everybody. */
  personId?: string
  topic?: string
}

export interface Live {
  subscribe(listener: (message: LiveMessage) => void): () => void
  stop(): Promise<void>
}

const channel = 'zhuowei_live'

/** Sends with the transaction: readers hear of it only when it is committed. */
export function publish(db: Database | Trx, message: LiveMessage): Promise<void> {
  return publishAll(db, [message])
}

export async function publishAll(db: Database | Trx, messages: readonly LiveMessage[]): Promise<void> {
  if (messages.length === 0) return
  const payloads = messages.map((message) => JSON.stringify(message))
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) payload`.execute(db)
}

/** Listens on one connection of its own and reconnects when it breaks; messages of all processes arrive at all of them. */
export async function startLive(connection: Connection, log: { warn(message: string): void }): Promise<Live> {
  const emitter = new EventEmitter().setMaxListeners(0)
  const emit = (message: LiveMessage) => emitter.emit('message', message)
  let client: pg.Client | undefined
  let stopped = false

  const listen = async () => {
    const next = new pg.Client({ ...connection, keepAlive: true, application_name: 'zhuowei-live' })
    next.on('error', () => undefined) // a lost connection also ends, and that is where it is dealt with
    next.on('notification', ({ payload }) => payload && emit(JSON.parse(payload)))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    next.once('end', () => void listenAgain())
    client = next
  }
  const listenAgain = async () => {
    if (stopped) return
    log.warn('实时消息连接断开，正在重连')
    await pause(1000, undefined, { ref: false })
    if (stopped) return
    await listen().then(
      // What was sent meanwhile is lost: everybody reads again.
      () => emit({ kind: 'changed' }),
      () => listenAgain(),
    )
  }

  await listen()
  return {
    subscribe(listener) {
      emitter.on('message', listener)
      return () => emitter.off('message', listener)
    },
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}
