import { api } from '@zhuowei/contract/api.ts'
import { type Endpoint, operations } from '@zhuowei/contract/kernel.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** Streams stay open by design; their access is tested where they live. */
const answering = operations(api).filter(({ endpoint }) => endpoint.transport !== 'events')
const callers: Cast[] = ['gm', 'dm', 'spm', 'pm', 'oa', 'adm']

describe('no input of whatever kind makes the server fail', () => {
  test.each(answering.map(({ name, endpoint }) => [name, endpoint] as const))('%s', async (_, endpoint) => {
    for (const caller of callers) {
      for (const request of fc.sample(requestFor(endpoint), { numRuns: 6, seed: 20260901 })) {
        const response = await world.app.inject({
          method: endpoint.method,
          url: request.url,
          headers: { cookie: await world.cookieOf(world.people[caller]), ...request.headers },
          payload: request.payload,
        })
        expect(response.statusCode, `${request.url} ${request.payload} → ${response.body}`).toBeLessThan(500)
        if (response.statusCode >= 400) expect(response.json()).toHaveProperty('requestId')
      }
    }
  })
})

describe('what every endpoint with a body says to a body that it cannot read', () => {
  const writing = answering.filter(({ endpoint }) => endpoint.body && endpoint.access !== 'public')
  const send = async (endpoint: Endpoint, payload: string | Buffer, contentType: string) =>
    world.app.inject({
      method: endpoint.method,
      url: `/api${endpoint.path.replace(/:\w+/g, unknownId)}`,
      headers: { cookie: await world.cookieOf(world.people.dm), 'content-type': contentType },
      payload,
    })

  test.each(writing.map(({ name, endpoint }) => [name, endpoint] as const))('%s', async (_, endpoint) => {
    expect((await send(endpoint, '{"a":', 'application/json')).json().code).toBe('bad_json')
    expect((await send(endpoint, 'a=1', 'application/x-www-form-urlencoded')).json().code).toBe(
      'unsupported_media_type',
    )
    expect((await send(endpoint, Buffer.alloc(1_100_000, 32), 'application/json')).json().code).toBe(
      'body_too_large',
    )
  })
})

const unknownId = '01939c5e-0000-7000-8000-000000000000'

const nastyText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    "'; drop table people; --",
    '%',
    '_',
    '\\',
    '１２３',
    '🙂',
    '\ud800',
    'null',
    '../../etc/passwd',
    unknownId,
  ),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
  fc.constant('长'.repeat(5000)),
)
const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1e308,
    1e20,
    '2026-02-30',
    '2026-11-23',
    '2026-11-23T08:40:00+08:00',
    [],
    {},
  ),
  fc.array(nastyText, { maxLength: 3 }),
)

function requestFor(endpoint: Endpoint) {
  return fc
    .record({
      params: fc.array(nastyText, { minLength: 3, maxLength: 3 }),
      query: bag(endpoint.query),
      body: body(endpoint),
    })
    .map(({ params, query, body: value }) => {
      const given = [...params]
      const path = endpoint.path.replace(/:\w+/g, () =>
        encodeURIComponent(wellFormed(given.shift() ?? unknownId) || unknownId),
      )
      const search = new URLSearchParams(
        Object.entries(query).map(([key, one]) => [key, wellFormed(String(one))]),
      )
      const payload = endpoint.method === 'GET' ? undefined : JSON.stringify(value)
      return {
        url: `/api${path}${search.size > 0 ? `?${search}` : ''}`,
        payload,
        headers: payload === undefined ? {} : { 'content-type': 'application/json' },
      }
    })
}

/** Values for the fields that the shape knows, and now and then one that it does not. */
function bag(shape: Endpoint['query']): fc.Arbitrary<Record<string, unknown>> {
  return fc.dictionary(fc.constantFrom('surplus', ...Object.keys(shape?.shape ?? {})), nastyValue, {
    maxKeys: 5,
  })
}

function body(endpoint: Endpoint): fc.Arbitrary<unknown> {
  const shape =
    endpoint.body && 'shape' in endpoint.body ? (endpoint.body as NonNullable<Endpoint['query']>) : undefined // object shapes only
  return fc.oneof({ weight: 3, arbitrary: bag(shape) }, { weight: 1, arbitrary: nastyValue })
}

const wellFormed = (text: string) => text.toWellFormed()
