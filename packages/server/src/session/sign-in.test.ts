import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { openBrowser } from '../testing/browser.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, testServices, type World } from '../testing/world.ts'

let world: World
let password: string
const username = 'gaosi'

beforeAll(async () => {
  world = await createWorld()
  const onboarded = await world.as(world.people.adm).organisation.onboard({
    body: {
      name: '高思',
      username,
      employeeNo: 'ZW-020',
      role: 'pm',
      divisionId: world.divisionId,
      regionIds: [world.regions.lanhai],
      entryDate: '2026-11-02',
    },
  })
  password = onboarded.temporaryPassword
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T08:40:00+08:00')
  await world.services.db.deleteFrom('signInAttempts').execute()
})

const signIn = (given = password, name = username, address = '10.0.0.8') =>
  openBrowser(world.app, { 'x-forwarded-for': address }).session.signIn({
    body: { username: name, password: given },
  })

test('a person signs in, learns who they are, and the session holds for the next request', async () => {
  const browser = openBrowser(world.app, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/150' })
  const me = await browser.session.signIn({ body: { username, password } })
  expect(me).toMatchObject({
    person: { name: '高思', username, role: 'pm' },
    roleLabel: '项目主管',
    division: { name: '电力事业部' },
    regions: [{ name: '澜海片区', owned: false }],
    passwordChangeDue: true,
    confidentialityDue: true,
    today: '2026-11-23',
    week: { year: 2026, week: 48 },
    demo: false,
  })
  expect(me.rights).toContain('customers.write')
  expect(await browser.session.current()).toMatchObject({ person: { username } })
  expect((await browser.session.list()).items).toMatchObject([{ current: true, device: 'Chrome · Windows' }])
})

test('the cookie cannot be read by scripts, goes nowhere else, and is for https alone where https is used', async () => {
  const plain = openBrowser(world.app)
  await plain.session.signIn({ body: { username, password, remember: true } })
  expect(plain.lastSetCookie()).toMatch(
    /^zhuowei\.session_token=.*Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const secure = openBrowser(world.app, { 'x-forwarded-proto': 'https' })
  await secure.session.signIn({ body: { username, password } })
  expect(secure.lastSetCookie()).toMatch(/HttpOnly; Secure; SameSite=Lax$/)
  expect(secure.lastSetCookie()).not.toMatch(/Max-Age/)
})

test('full-width and capital letters of a Chinese keyboard are the same name', async () => {
  expect(await signIn(password, 'ＧａｏＳｉ')).toMatchObject({ person: { username } })
})

test.each([
  ['a wrong password', username, 'wrong-password'],
  ['a name that nobody has', 'nobody', 'wrong-password'],
  ['a name that no one could have', '高思', 'wrong-password'],
])('%s is refused with the same words', async (_, name, given) => {
  expect(await refusal(signIn(given, name))).toMatchObject({
    status: 401,
    code: 'sign_in_failed',
    title: '用户名或密码不对',
  })
})

test('somebody who has left, and somebody who has not begun, are refused as if the password were wrong', async () => {
  world.setNow('2026-11-01T23:59:00+08:00')
  expect(await refusal(signIn())).toMatchObject({ code: 'sign_in_failed' })
  world.setNow('2026-11-02T00:00:00+08:00')
  expect(await signIn()).toMatchObject({ person: { username } })
  await world.services.db
    .updateTable('people')
    .set({ leavingDate: '2026-11-20' })
    .where('username', '=', username)
    .execute()
  world.setNow('2026-11-20T23:59:00+08:00')
  expect(await signIn()).toMatchObject({ person: { username } })
  world.setNow('2026-11-21T00:00:00+08:00')
  expect(await refusal(signIn())).toMatchObject({ code: 'sign_in_failed' })
  await world.services.db
    .updateTable('people')
    .set({ leavingDate: null })
    .where('username', '=', username)
    .execute()
})

test('a missing name or password is said beside its field', async () => {
  expect(await refusal(signIn('', ' '))).toMatchObject({
    status: 422,
    errors: [
      { path: 'username', message: '请填写用户名' },
      { path: 'password', message: '请填写密码' },
    ],
  })
})

test('after five failures the name is locked for fifteen minutes, even for the right password', async () => {
  for (let failure = 1; failure <= 5; failure += 1) {
    expect(await refusal(signIn('wrong-password'))).toMatchObject({ code: 'sign_in_failed' })
  }
  expect(await refusal(signIn())).toMatchObject({
    status: 429,
    code: 'sign_in_locked',
    title: '连续输错次数过多，请 15 分钟后再试',
  })
  const raw = await world.app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
  expect(raw.headers['retry-after']).toBe('900')
  world.setNow('2026-11-23T08:54:59+08:00')
  expect(await refusal(signIn())).toMatchObject({ title: '连续输错次数过多，请 1 分钟后再试' })
  world.setNow('2026-11-23T08:55:00+08:00')
  expect(await signIn()).toMatchObject({ person: { username } })
})

test('a name that nobody has is locked just the same, so that a lock betrays nothing', async () => {
  for (let failure = 1; failure <= 5; failure += 1) await refusal(signIn('wrong-password', 'nobody'))
  expect(await refusal(signIn('wrong-password', 'nobody'))).toMatchObject({ code: 'sign_in_locked' })
})

test('a success wipes the slate', async () => {
  for (let failure = 1; failure <= 4; failure += 1) await refusal(signIn('wrong-password'))
  await signIn()
  for (let failure = 1; failure <= 4; failure += 1) await refusal(signIn('wrong-password'))
  expect(await signIn()).toMatchObject({ person: { username } })
})

test('guesses sent all at once, to two servers, do not slip past the limit', async () => {
  const second = await testServices(world.connectionString, world.services.clock)
  const secondApp = await buildApp(second)
  const guess = (app: typeof world.app) =>
    refusal(openBrowser(app).session.signIn({ body: { username, password: 'wrong-password' } }))
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => guess(index % 2 === 0 ? world.app : secondApp)),
  )
  expect(answers.filter(({ code }) => code === 'sign_in_failed')).toHaveLength(5)
  expect(answers.filter(({ code }) => code === 'sign_in_locked')).toHaveLength(7)
  await secondApp.close()
  await second.live.stop()
  await second.db.destroy()
})

test('an address that tries many names is locked, while the office behind another one works on', async () => {
  const { db } = world.services
  const rows = Array.from({ length: 60 }, (_, index) => ({
    id: crypto.randomUUID(),
    username: `guess${index}`,
    address: '10.9.9.9',
    at: world.services.clock.now(),
    failed: true,
  }))
  await db.insertInto('signInAttempts').values(rows).execute()
  expect(await refusal(signIn(password, username, '10.9.9.9'))).toMatchObject({ code: 'sign_in_locked' })
  expect(await signIn(password, username, '10.0.0.8')).toMatchObject({ person: { username } })
})

test('sign-ins, failures, locks and sign-outs are in the audit log', async () => {
  const browser = openBrowser(world.app)
  for (let failure = 1; failure <= 5; failure += 1) await refusal(signIn('wrong-password', 'somebody'))
  await browser.session.signIn({ body: { username, password } })
  await browser.session.signOut()
  const rows = await world.services.db
    .selectFrom('auditLog')
    .select('action')
    .orderBy('id', 'desc')
    .limit(4)
    .execute()
  expect(rows.map(({ action }) => action)).toEqual([
    'session.signed_out',
    'session.signed_in',
    'session.locked',
    'session.sign_in_failed',
  ])
})

test('after signing out the old cookie is worth nothing', async () => {
  const browser = openBrowser(world.app)
  await browser.session.signIn({ body: { username, password } })
  const copy = new Map(browser.cookies)
  await browser.session.signOut()
  expect(browser.cookies.size).toBe(0)
  for (const [name, value] of copy) browser.cookies.set(name, value)
  await expect
    .poll(() => refusal(browser.session.current()))
    .toMatchObject({ status: 401, code: 'not_signed_in' })
})

test('a session ends after a day, or after thirty when the person asked to stay', async () => {
  const day = openBrowser(world.app)
  const month = openBrowser(world.app)
  await day.session.signIn({ body: { username, password } })
  await month.session.signIn({ body: { username, password, remember: true } })
  const ends = (await month.session.list()).items.map(({ expiresAt }) => expiresAt)
  expect(ends).toContain('2026-12-23T00:40:00.000Z')
  expect((await day.session.list()).items[0]?.expiresAt).toBe('2026-11-24T00:40:00.000Z')
})

test('an expired session is no session, and the next sign-in sweeps it away', async () => {
  const browser = openBrowser(world.app)
  await browser.session.signIn({ body: { username, password } })
  world.setNow('2026-11-24T08:40:01+08:00')
  expect(await refusal(browser.session.current())).toMatchObject({ code: 'not_signed_in' })
  await browser.session.signIn({ body: { username, password } })
  const { rows } = await world.services.pool.query('select from auth_sessions where expires_at < $1', [
    world.services.clock.now(),
  ])
  expect(rows).toEqual([])
})

test('a forged or cut cookie is a stranger', async () => {
  for (const value of [
    'x',
    'abc.def',
    `${'a'.repeat(32)}.${Buffer.alloc(32).toString('base64')}`,
    '.',
    '%',
  ]) {
    const reply = await world.app.inject({
      url: '/api/session',
      headers: { cookie: `zhuowei.session_token=${value}` },
    })
    expect(reply.statusCode).toBe(401)
  }
})
