import type { Api, Call, Client, Endpoint } from './kernel.ts'
import type { Problem } from './shapes.ts'

/** A refusal as the client sees it; `problem` is the server's RFC 9457 body. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export interface ClientOptions {
  /** Before `/api`; empty in the browser. */
  baseUrl?: string
  fetch?: typeof fetch
  headers?: () => Record<string, string>
}

type LooseCall = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  form?: FormData
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Builds `client.module.operation({ params, query, body })` from the contract; rejects with `ProblemError`. */
export function createClient<A extends Api>(api: A, options: ClientOptions = {}): Client<A> {
  const modules = Object.entries(api).map(([module, endpoints]) => [
    module,
    Object.fromEntries(
      Object.entries(endpoints).map(([name, definition]) => [
        name,
        (call?: Call<Endpoint>) => send(definition, (call ?? {}) as LooseCall, options), // the mapped type above is the check
      ]),
    ),
  ])
  return Object.fromEntries(modules) as Client<A> // built from the same entries that the type maps
}

async function send(definition: Endpoint, call: LooseCall, options: ClientOptions): Promise<unknown> {
  const response = await (options.fetch ?? fetch)(`${options.baseUrl ?? ''}${urlOf(definition, call)}`, {
    method: definition.method,
    credentials: 'same-origin',
    headers: {
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
      ...options.headers?.(),
    },
    body: call.form ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
    signal: call.signal,
  })
  if (!response.ok) throw new ProblemError(await problemOf(response))
  if (definition.transport === 'file') return response.blob()
  if (response.status === 204 || !definition.reply) return undefined
  return response.json()
}

/** The address of an endpoint with its parameters filled in; also used for plain links to files and streams. */
export function urlOf(definition: Endpoint, call: Pick<LooseCall, 'params' | 'query'> = {}): string {
  const path = definition.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(call.params?.[name])),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(name, String(one))
    }
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null)
  if (body && typeof body === 'object' && 'code' in body) return body as Problem // our own server's shape
  return {
    type: 'about:blank',
    title: '连接出错，请稍后再试',
    status: response.status,
    code: 'network',
    requestId: '',
  }
}
