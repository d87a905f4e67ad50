import type { ApiModule, Body, Endpoint, Params, Query, Returned } from '@zhuowei/contract/kernel.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import type { Database, Trx } from '../db/connect.ts'
import type { Services } from '../services.ts'

/** What a query needs: where to read, for whom, at what instant. */
export interface Reading {
  db: Database | Trx
  actor: Actor
  now: Date
}

/** What a command needs; `db` is the transaction that holds everything it does. */
export interface Writing {
  db: Trx
  actor: Actor
  now: Date
}

type ActorOf<E extends Endpoint> = E['access'] extends 'public' ? null : Actor
type DbOf<E extends Endpoint> = E['method'] extends 'GET'
  ? Database
  : E['ownTransaction'] extends true
    ? Database
    : Trx

export interface Incoming<E extends Endpoint> {
  db: DbOf<E>
  actor: ActorOf<E>
  now: Date
  params: Params<E>
  query: Query<E>
  body: Body<E>
  services: Services
  /** For uploads, streams and cookies; ordinary endpoints never need them. */
  request: FastifyRequest
  reply: FastifyReply
}

type Handlers<A extends ApiModule> = { [K in keyof A]: (incoming: Incoming<A[K]>) => Promise<Returned<A[K]>> }

export interface Implemented {
  endpoint: Endpoint
  name: string
  // biome-ignore lint/suspicious/noExplicitAny: the pairing of endpoint and handler was checked in `implement`
  handler: (incoming: any) => Promise<unknown>
}

/** Pairs each endpoint of a module with its handler; a missing or surplus one does not compile. */
export function implement<A extends ApiModule>(api: A, handlers: Handlers<A>): Implemented[] {
  return Object.entries(api).map(([name, endpoint]) => ({
    endpoint,
    name,
    handler: handlers[name as keyof A],
  }))
}
