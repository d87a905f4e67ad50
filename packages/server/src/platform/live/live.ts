import { EventEmitter } from 'node:events'
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
export async function publish(db: Database | Trx, message: LiveMessage): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify(message)})`.execute(db)
}

/** Listens on one connection of its own and reconnects when it breaks; messages of all processes arrive at all of them. */
export async function startLive(connection: Connection, log: { warn(message: string): void }): Promise<Live> {
  const emitter = new EventEmitter().setMaxListeners(0)
  let client: pg.Client | undefined
  let stopped = false
  const connect = async () => {
    const next = new pg.Client({ ...connection, application_name: 'zhuowei-live' })
    next.on('notification', ({ payload }) => payload && emitter.emit('message', JSON.parse(payload)))
    next.on('error', () => undefined)
    next.on('end', () => {
      if (stopped) return
      log.warn('实时消息连接断开，正在重连')
      setTimeout(() => connect().catch(() => next.emit('end')), 1000).unref()
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }
  await connect()
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
