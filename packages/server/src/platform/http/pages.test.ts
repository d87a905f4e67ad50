import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from './pages.ts'
import { answerProblem } from './problem.ts'

let directory: string
let app: FastifyInstance
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'zhuowei-pages-'))
  await mkdir(path.join(directory, 'assets'))
  await writeFile(path.join(directory, 'index.html'), '<title>卓维</title>')
  app = Fastify({ frameworkErrors: answerProblem })
  await pages(app, { log: app.log }, directory)
})
afterAll(async () => {
  await app.close()
  await rm(directory, { recursive: true, force: true })
})

test('every address of the application is the one page, never kept by the browser', async () => {
  for (const url of ['/', '/customers/1?grade=A', '/m/unknown']) {
    const response = await app.inject({ url })
    expect([response.statusCode, response.body, response.headers['cache-control']]).toEqual([
      200,
      '<title>卓维</title>',
      'no-cache',
    ])
  }
})

test('a file of a newer build is found without a restart and kept for a year; a missing one is a 404', async () => {
  await writeFile(path.join(directory, 'assets/new-1.js'), 'export {}')
  const found = await app.inject({ url: '/assets/new-1.js' })
  expect(found.statusCode).toBe(200)
  expect(found.headers['cache-control']).toContain('immutable')
  expect((await app.inject({ url: '/assets/old-1.js' })).statusCode).toBe(404)
  expect((await app.inject({ url: '/api/nothing' })).json().code).toBe('not_found')
})
