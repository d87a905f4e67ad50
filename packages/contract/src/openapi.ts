import * as z from 'zod'
import type { Api, Endpoint } from './kernel.ts'
import { operations } from './kernel.ts'
import { problems } from './problems.ts'
import { problem } from './shapes.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 of the whole contract; shapes with a `meta({ id })` become named schemas. */
export function openApi(api: Api, version: string): Json {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const { name, endpoint } of operations(api)) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] ??= {}
    paths[path][endpoint.method.toLowerCase()] = operation(name, endpoint, schemas)
  }
  named(problem, 'output', schemas)
  return { openapi: '3.1.0', info: { title: '卓维', version }, paths, components: { schemas } }
}

function operation(name: string, endpoint: Endpoint, schemas: Json): Json {
  const [module = ''] = name.split('.')
  return {
    operationId: name,
    tags: [module],
    summary: endpoint.summary,
    description: endpoint.clause ? `依据：${endpoint.clause}` : undefined,
    'x-access': endpoint.access,
    parameters: [
      ...parameters(endpoint.params, 'path', schemas),
      ...parameters(endpoint.query, 'query', schemas),
    ],
    requestBody: requestBody(endpoint, schemas),
    responses: { ...success(endpoint, schemas), ...refusals(endpoint) },
  }
}

function parameters(shape: z.ZodObject | undefined, where: 'path' | 'query', schemas: Json): Json[] {
  if (!shape) return []
  const schema = named(shape, 'input', schemas) as { properties?: Json; required?: string[] }
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (schema.required ?? []).includes(name),
    schema: property,
  }))
}

function requestBody(endpoint: Endpoint, schemas: Json): Json | undefined {
  if (endpoint.transport === 'upload') {
    const file = {
      type: 'object',
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    }
    return { required: true, content: { 'multipart/form-data': { schema: file } } }
  }
  if (!endpoint.body) return undefined
  return {
    required: true,
    content: { 'application/json': { schema: named(endpoint.body, 'input', schemas) } },
  }
}

function success(endpoint: Endpoint, schemas: Json): Json {
  if (endpoint.transport === 'file')
    return { 200: { description: '文件', content: { 'application/octet-stream': {} } } }
  if (endpoint.transport === 'events')
    return { 200: { description: '事件流', content: { 'text/event-stream': {} } } }
  if (!endpoint.reply) return { 204: { description: '完成' } }
  return {
    200: {
      description: '成功',
      content: { 'application/json': { schema: named(endpoint.reply, 'output', schemas) } },
    },
  }
}

function refusals(endpoint: Endpoint): Json {
  const general = [
    'bad_request',
    'invalid_input',
    ...(endpoint.access === 'public' ? [] : ['not_signed_in', 'forbidden']),
  ]
  const codes = [...general, ...(endpoint.params ? ['not_found'] : []), ...(endpoint.problems ?? [])]
  const byStatus: Record<number, string[]> = {}
  for (const code of codes) {
    const { status } = problems[code as keyof typeof problems] // codes come from this very table
    byStatus[status] = [...(byStatus[status] ?? []), code]
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list]) => [status, { description: list.join('、'), content }]),
  )
}

/** The JSON Schema of a shape; its named parts are moved to the shared components. */
function named(shape: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $defs, $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json))
    schemas[name] = relocated(definition)
  const own = (schema as { id?: string }).id
  if (!own) return relocated(schema) as Json
  schemas[own] = relocated(schema)
  return { $ref: `#/components/schemas/${own}` }
}

function relocated(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('#/$defs/', '#/components/schemas/'))
}
