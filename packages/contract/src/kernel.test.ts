import { describe, expect, expectTypeOf, test } from 'vitest'
import * as z from 'zod'
import { createClient, ProblemError, urlOf } from './client.ts'
import { endpoint } from './kernel.ts'
import { openApi } from './openapi.ts'
import { instant, repeated } from './shapes.ts'

const thing = z.object({ id: z.string(), at: instant }).meta({ id: 'Thing' })
const api = {
  things: {
    get: endpoint({
      method: 'GET',
      path: '/things/:id',
      summary: '一件',
      access: 'member',
      params: z.object({ id: z.string() }),
      reply: thing,
    }),
    list: endpoint({
      method: 'GET',
      path: '/things',
      summary: '列表',
      access: 'member',
      clause: '六.2',
      query: z.object({
        q: z.string().optional(),
        grade: repeated(z.enum(['A', 'B'])),
        limit: z.coerce.number().default(50),
      }),
      reply: z.array(thing),
    }),
    make: endpoint({
      method: 'POST',
      path: '/things',
      summary: '新建',
      access: 'customers.write',
      body: z.object({ name: z.string() }),
      reply: thing,
      problems: ['duplicate_record'],
    }),
    drop: endpoint({
      method: 'DELETE',
      path: '/things/:id',
      summary: '删除',
      access: 'member',
      params: z.object({ id: z.string() }),
    }),
  },
}

/** A server in one function, so that what the client sends can be looked at. */
function answering(reply: (request: Request) => Response) {
  const seen: Request[] = []
  const client = createClient(api, {
    fetch: async (input, init) => {
      const request = new Request(`http://test${String(input)}`, init)
      seen.push(request)
      return reply(request)
    },
  })
  return { client, seen }
}

describe('the client', () => {
  test('fills parameters, repeats lists, leaves out what is absent', () => {
    expect(urlOf(api.things.get, { params: { id: '甲/乙' } })).toBe('/api/things/%E7%94%B2%2F%E4%B9%99')
    expect(urlOf(api.things.list, { query: { grade: ['A', 'B'], q: undefined } })).toBe(
      '/api/things?grade=A&grade=B',
    )
  })

  test('sends a create with its idempotency key and returns the typed reply', async () => {
    const { client, seen } = answering(() => Response.json({ id: '1', at: '2026-11-23T00:40:00.000Z' }))
    const made = await client.things.make({ body: { name: '甲' }, idempotencyKey: 'once-once' })
    expect(made.id).toBe('1')
    expect(seen[0]?.headers.get('idempotency-key')).toBe('once-once')
    expect(await seen[0]?.json()).toEqual({ name: '甲' })
    expectTypeOf(made.id).toBeString()
  })

  test('a refusal becomes a ProblemError with the fields, and a broken answer still says something', async () => {
    const problem = {
      type: '/problems/invalid_input',
      title: '填写的内容有误，请按提示修改',
      status: 422,
      code: 'invalid_input',
      requestId: 'r',
    }
    const refused = answering(() => Response.json(problem, { status: 422 }))
    await expect(refused.client.things.make({ body: { name: '' } })).rejects.toEqual(
      new ProblemError(problem),
    )
    const broken = answering(() => new Response('<html>', { status: 502 }))
    await expect(broken.client.things.list()).rejects.toMatchObject({
      problem: { code: 'network', title: '连接出错，请稍后再试' },
    })
  })

  test('a reply without a body is undefined', async () => {
    const { client } = answering(() => new Response(null, { status: 204 }))
    expect(await client.things.drop({ params: { id: '1' } })).toBeUndefined()
  })
})

describe('the OpenAPI document', () => {
  const document = openApi(api, '1.2.3') as {
    paths: Record<string, Record<string, Record<string, unknown>>>
    components: { schemas: object }
  }

  test('names the shapes once and refers to them', () => {
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Thing', 'Problem']))
    expect(document.paths['/api/things/{id}']?.get?.responses).toMatchObject({
      200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    })
  })

  test('says what is asked, by whom, on which clause, and what may be refused', () => {
    expect(document.paths['/api/things']?.get).toMatchObject({
      operationId: 'things.list',
      description: '依据：六.2',
      'x-access': 'member',
    })
    expect(document.paths['/api/things']?.post?.responses).toMatchObject({
      409: { description: 'duplicate_record' },
      401: {},
      422: {},
    })
  })
})
