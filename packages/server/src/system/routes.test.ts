import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('a stranger can see that the server is alive and ready', async () => {
  expect(await world.as(null).system.health()).toEqual({ status: 'ok', now: '2026-11-23T00:40:00.000Z' })
  expect((await world.as(null).system.ready()).status).toBe('ok')
})

test('the API description is OpenAPI 3.1 and names its problem shape', async () => {
  const document = await world.as(null).system.openapi()
  expect(document.openapi).toBe('3.1.0')
  expect(document.components).toHaveProperty('schemas.Problem')
})

test('an unknown address and an unknown query parameter are refused with the reason', async () => {
  const missing = await world.app.inject({ url: '/api/nothing' })
  expect(missing.statusCode).toBe(404)
  expect(missing.json().code).toBe('not_found')
  const surplus = await world.app.inject({ url: '/api/health?x=1' })
  expect(surplus.statusCode).toBe(422)
  expect(surplus.json().errors).toEqual([{ path: 'x', message: '没有这个字段' }])
})

test('the application role cannot change or delete what stands in the audit log, nor change the schema', async () => {
  const { pool } = world.services
  await expect(pool.query("update audit_log set action = 'x'")).rejects.toThrow(/permission denied/)
  await expect(pool.query('delete from audit_log')).rejects.toThrow(/permission denied/)
  await expect(pool.query('create table t (a int)')).rejects.toThrow(/permission denied/)
})

test('the API can be read as pages, and figures are for the machine itself', async () => {
  expect((await world.app.inject({ url: '/api/docs' })).statusCode).toBe(200)
  expect((await world.app.inject({ url: '/metrics' })).body).toContain('http_request_duration_seconds')
  expect((await world.app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  const proxied = { url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } }
  expect((await world.app.inject(proxied)).statusCode).toBe(404)
})
