import type * as z from 'zod'
import type { Access } from './access.ts'
import type { ProblemCode } from './problems.ts'
import type { Instant } from './shapes.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * An endpoint as plain data: the only statement of its shape. The server turns it into a route, the OpenAPI page into a
 * description, the client into a typed call, and the access test into one row for every role.
 */
export interface Endpoint {
  method: Method
  /** Below `/api`, parameters as `:id`. */
  path: string
  summary: string
  access: Access
  /** The clause of the regulation that asks for it. */
  clause?: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** Absent for `file`, `events` and for replies without a body. */
  reply?: z.ZodType
  /** Refusals beyond the ones every endpoint may give. */
  problems?: readonly ProblemCode[]
  /** `json` unless said otherwise; `upload` takes multipart, `file` sends bytes, `events` is a server-sent stream. */
  transport?: 'json' | 'upload' | 'file' | 'events'
  /** A write that manages its own transactions (long imports, sign-in); others run in one. */
  ownTransaction?: true
  /** The reply shows something that must not be kept (§3C): a repetition runs again instead of getting the stored answer. */
  unkept?: true
}

export type ApiModule = Readonly<Record<string, Endpoint>>
export type Api = Readonly<Record<string, ApiModule>>

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

export type Params<E extends Endpoint> = E['params'] extends z.ZodType ? z.output<E['params']> : undefined
export type Query<E extends Endpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : undefined
export type Body<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined

/** What the server may return: like the reply, with `Date` where the wire carries an instant. */
export type Returned<E extends Endpoint> = E['reply'] extends z.ZodType
  ? OnServer<z.output<E['reply']>>
  : void

export type OnServer<T> = T extends Instant
  ? Date
  : T extends readonly (infer Item)[]
    ? readonly OnServer<Item>[]
    : T extends object
      ? { [K in keyof T]: OnServer<T[K]> }
      : T

type Optional<T> = undefined extends T ? { [K in never]: never } : unknown
type Part<Name extends string, S> = S extends z.ZodType
  ? Optional<z.input<S>> &
      (object extends z.input<S> ? { [K in Name]?: z.input<S> } : { [K in Name]: z.input<S> })
  : unknown

/** The argument of a client call. `idempotencyKey` makes a repeated create harmless. */
export type Call<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['transport'] extends 'upload' ? undefined : E['body']> &
  (E['transport'] extends 'upload' ? { form: FormData } : unknown) & {
    idempotencyKey?: string
    signal?: AbortSignal
  }

export type Reply<E extends Endpoint> = E['reply'] extends z.ZodType
  ? z.output<E['reply']>
  : E['transport'] extends 'file'
    ? Blob
    : void

export type Client<A extends Api> = {
  [M in keyof A]: { [K in keyof A[M]]: (call?: Call<A[M][K]>) => Promise<Reply<A[M][K]>> }
}

/** All endpoints with the name of their operation, `module.name`. */
export function operations(api: Api): { name: string; endpoint: Endpoint }[] {
  return Object.entries(api).flatMap(([module, endpoints]) =>
    Object.entries(endpoints).map(([name, definition]) => ({
      name: `${module}.${name}`,
      endpoint: definition,
    })),
  )
}
