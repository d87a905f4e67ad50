import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { buildApp } from '../app.ts'
import { frozenClock } from '../platform/clock.ts'
import type { Services } from '../platform/services.ts'
import { openBrowser } from '../testing/browser.ts'
import { createDatabase, dropDatabase } from '../testing/cluster.ts'
import { refusal } from '../testing/refusal.ts'
import { testServices } from '../testing/world.ts'
import { firstAdministratorLink } from './setup.ts'

let name: string
let services: Services
let app: FastifyInstance

beforeEach(async () => {
  name = `zw_test_${randomBytes(6).toString('hex')}`
  const connectionString = await createDatabase(inject('adminUrl'), name, inject('template'))
  services = await testServices(connectionString, frozenClock(new Date('2026-11-23T08:40:00+08:00')))
  app = await buildApp(services)
})
afterEach(async () => {
  await app.close()
  await services.live.stop()
  await services.db.destroy()
  await dropDatabase(inject('adminUrl'), name)
})

const link = async () => new URL((await firstAdministratorLink(services, 'http://localhost:3000')) ?? '')
const token = async () => (await link()).searchParams.get('token') ?? ''
const answers = {
  divisionName: '电力事业部',
  name: '钱管理',
  username: 'Admin',
  password: 'a long enough secret',
  regionNames: ['云岭片区', '澜海片区'],
}

test('the link of an empty system leads to a division, its regions and its first administrator, who is signed in', async () => {
  const address = await link()
  expect(`${address.origin}${address.pathname}`).toBe('http://localhost:3000/setup')
  const browser = openBrowser(app)
  expect(await browser.session.setupState()).toEqual({ open: true, linkWorks: false })
  const query = { token: address.searchParams.get('token') ?? '' }
  expect(await browser.session.setupState({ query })).toEqual({ open: true, linkWorks: true })
  expect(await browser.session.setupState({ query: { token: 'abc' } })).toEqual({
    open: true,
    linkWorks: false,
  })
  const me = await browser.session.setup({
    body: { ...answers, token: address.searchParams.get('token') ?? '' },
  })
  expect(me).toMatchObject({
    person: { name: '钱管理', username: 'admin', role: 'adm' },
    passwordChangeDue: false,
  })
  await browser.session.acknowledgeConfidentiality({ body: { version: '1' } })
  await expect.poll(async () => (await browser.session.current()).confidentialityDue).toBe(false)
  expect((await browser.organisation.divisions()).items).toMatchObject([{ name: '电力事业部' }])
  expect((await browser.organisation.regions()).items.map(({ code }) => code)).toEqual(['LH', 'YL'])
  expect(await browser.session.setupState()).toEqual({ open: false, linkWorks: false })
})

test('a link works once, and no link is given once there is an administrator', async () => {
  const [first, second] = [await token(), await token()]
  await openBrowser(app).session.setup({ body: { ...answers, token: first } })
  for (const spent of [first, second]) {
    expect(
      await refusal(openBrowser(app).session.setup({ body: { ...answers, token: spent } })),
    ).toMatchObject({
      status: 409,
      code: 'setup_closed',
    })
  }
  expect(await firstAdministratorLink(services, 'http://localhost:3000')).toBeNull()
})

test('of two people with two links at the same moment one becomes administrator', async () => {
  const tokens = [await token(), await token()]
  const results = await Promise.allSettled(
    tokens.map((one, index) =>
      openBrowser(app).session.setup({ body: { ...answers, token: one, username: `admin${index}` } }),
    ),
  )
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('a guessed link is refused, and the database does not hold the real one', async () => {
  const real = await token()
  const { rows } = await services.pool.query('select * from setup_links')
  expect(JSON.stringify(rows)).not.toContain(real)
  expect(
    await refusal(openBrowser(app).session.setup({ body: { ...answers, token: 'guess' } })),
  ).toMatchObject({
    code: 'setup_closed',
  })
})

test('a guessed link is turned away at the door, also while somebody else is setting up', async () => {
  await token()
  await services.db.transaction().execute(async (trx) => {
    await sql`lock table setup_links in exclusive mode`.execute(trx)
    const guess = openBrowser(app).session.setup({ body: { ...answers, token: 'guess' } })
    expect(await refusal(guess)).toMatchObject({ code: 'setup_closed' })
  })
})

test('everything that is wrong with the answers is said at once', async () => {
  const body = { ...answers, token: await token(), name: ' ', username: '管理员', password: 'short' }
  const { errors } = await refusal(openBrowser(app).session.setup({ body }))
  expect(errors?.map(({ path }) => path)).toEqual(['name', 'username', 'password'])
  expect(
    await refusal(
      openBrowser(app).session.setup({
        body: { ...answers, token: body.token, password: 'my admin password' },
      }),
    ),
  ).toMatchObject({
    errors: [{ path: 'password', message: '密码里不能包含用户名' }],
  })
})
