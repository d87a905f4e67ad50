import type { Endpoint } from '@zhuowei/contract/kernel.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Actor } from '../actor.ts'
import { recordRefusal } from '../audit/record.ts'
import { type FieldError, Refusal } from '../refusal.ts'
import type { Services } from '../services.ts'
import { resolveActor } from '../session/resolve.ts'
import { once } from './idempotency.ts'
import type { Implemented } from './implement.ts'
import { admit } from './role-gate.ts'
import { replySchema } from './serialise.ts'

/** Turns implemented endpoints into Fastify routes: sign-in, role gate, input check, transaction, handler, declared reply. */
export function mount(app: FastifyInstance, implemented: readonly Implemented[], services: Services): void {
  for (const route of implemented) {
    const { endpoint } = route
    app.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      schema: endpoint.reply ? { response: { 200: replySchema(endpoint.reply) } } : {},
      config: { operation: route.name },
      handler: (request, reply) => answer(route, request, reply, services),
    })
  }
}

async function answer(route: Implemented, request: FastifyRequest, reply: FastifyReply, services: Services) {
  const { endpoint } = route
  const actor = endpoint.access === 'public' ? null : await resolveActor(services, request)
  try {
    admit(endpoint, actor)
    const incoming = {
      ...read(endpoint, request),
      actor,
      now: services.clock.now(),
      services,
      request,
      reply,
    }
    const result = await run(route, incoming, services, actor)
    if (reply.sent || endpoint.transport === 'file' || endpoint.transport === 'events') return result
    return endpoint.reply ? result : reply.status(204).send()
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) await recordRefusal(services, actor, request, error)
    throw error
  }
}

type Incoming = ReturnType<typeof read> & { actor: Actor | null; now: Date; request: FastifyRequest }

function run(
  route: Implemented,
  incoming: Incoming,
  services: Services,
  actor: Actor | null,
): Promise<unknown> {
  const { endpoint, handler } = route
  if (endpoint.method === 'GET' || endpoint.ownTransaction) return handler({ ...incoming, db: services.db })
  return services.db.transaction().execute((trx) => {
    const work = () => handler({ ...incoming, db: trx })
    const key = incoming.request.headers['idempotency-key']
    if (!actor || key === undefined || endpoint.unkept) return work()
    return once(
      trx,
      { personId: actor.id, key: String(key), operation: endpointName(endpoint), input: incoming },
      work,
    )
  })
}

const endpointName = (endpoint: Endpoint) => `${endpoint.method} ${endpoint.path}`

/** Checks every part of the request and tells all wrong fields at once. */
function read(endpoint: Endpoint, request: FastifyRequest) {
  const errors: FieldError[] = []
  const part = (shape: z.ZodType | undefined, value: unknown): unknown => {
    if (!shape) return undefined
    const parsed = shape.safeParse(value)
    if (parsed.success) return parsed.data
    errors.push(...parsed.error.issues.flatMap(fieldErrors))
    return undefined
  }
  const params = part(endpoint.params && strict(endpoint.params), request.params)
  if (errors.length > 0) throw new Refusal('not_found')
  const query = part(strict(endpoint.query ?? z.object({})), request.query)
  const body = endpoint.transport === 'upload' ? undefined : part(bodyShape(endpoint), request.body)
  if (errors.length > 0) throw new Refusal('invalid_input', { errors })
  return { params, query, body }
}

const strictShapes = new WeakMap<z.ZodObject, z.ZodObject>()

/** An unknown field is a mistake of the caller and is said, not swallowed. */
function strict(shape: z.ZodObject): z.ZodObject {
  const known = strictShapes.get(shape) ?? shape.strict()
  strictShapes.set(shape, known)
  return known
}

function bodyShape(endpoint: Endpoint): z.ZodType | undefined {
  return endpoint.body instanceof z.ZodObject ? strict(endpoint.body) : endpoint.body
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: '没有这个字段' }))
  }
  return [{ path: issue.path.join('.'), message: issue.message }]
}
