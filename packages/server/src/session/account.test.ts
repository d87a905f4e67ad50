import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { type Browser, openBrowser } from '../testing/browser.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, testServices, type World } from '../testing/world.ts'

let world: World
let nth = 0
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** A new colleague with a first password, signed in on as many devices as wanted. */
async function newColleague(
  devices = 1,
): Promise<{ browsers: Browser[]; username: string; password: string; id: string }> {
  nth += 1
  const username = `colleague${nth}`
  const { person, temporaryPassword } = await world.as(world.people.adm).organisation.onboard({
    body: {
      name: '高思',
      username,
      employeeNo: `C-${nth}`,
      role: 'oa',
      divisionId: world.divisionId,
      entryDate: '2026-11-02',
    },
  })
  const browsers = Array.from({ length: devices }, () => openBrowser(world.app))
  for (const browser of browsers) {
    await browser.session.signIn({ body: { username, password: temporaryPassword } })
  }
  return { browsers, username, password: temporaryPassword, id: person.id }
}

test('with a first password everything waits until it is changed, then for the promise of 三.1, then the door is open', async () => {
  const { browsers, password, username } = await newColleague()
  const [browser] = browsers as [Browser]
  expect(await refusal(browser.organisation.divisions())).toMatchObject({
    status: 403,
    code: 'password_change_due',
  })
  await browser.session.changePassword({
    body: { oldPassword: password, newPassword: 'correct horse battery' },
  })
  await expect
    .poll(() => refusal(browser.organisation.divisions()))
    .toMatchObject({ code: 'confidentiality_due' })
  const promise = await browser.session.confidentiality()
  expect(promise).toMatchObject({ due: true, acknowledgedAt: null, version: '1' })
  expect(promise.clause).toBe(
    '严格遵守公司保密协议，客户资料、项目状况、部门会议内容及其它电力事业部资料不得外传。',
  )
  await browser.session.acknowledgeConfidentiality({ body: { version: promise.version } })
  await expect.poll(async () => (await browser.session.current()).confidentialityDue).toBe(false)
  expect((await browser.organisation.divisions()).items).toHaveLength(1)
  expect(
    await openBrowser(world.app).session.signIn({ body: { username, password: 'correct horse battery' } }),
  ).toMatchObject({
    passwordChangeDue: false,
  })
})

test('the promise is asked again after a year, and saying it twice is saying it once', async () => {
  const person = world.people.oa
  const rows = () =>
    world.services.db
      .selectFrom('confidentialityAcknowledgements')
      .select('at')
      .where('personId', '=', person.id)
      .execute()
  await world.as(person).session.acknowledgeConfidentiality({ body: { version: '1' } })
  expect(await rows()).toHaveLength(1)
  world.setNow('2027-09-01T09:00:01+08:00')
  expect(await world.as(person).session.confidentiality()).toMatchObject({ due: true })
  await world.as(person).session.acknowledgeConfidentiality({ body: { version: '1' } })
  await world.as(person).session.acknowledgeConfidentiality({ body: { version: '1' } })
  expect(await rows()).toHaveLength(2)
  world.setNow('2026-11-23T08:40:00+08:00')
})

test('a promise to another text than the one in force is not taken', async () => {
  const answer = refusal(
    world.as(world.people.pm).session.acknowledgeConfidentiality({ body: { version: '0' } }),
  )
  expect(await answer).toMatchObject({ code: 'version_conflict', facts: { current: '1', yours: '0' } })
})

test.each<[string, { oldPassword?: string; newPassword: string | null }, string, string]>([
  [
    'the old one is wrong',
    { oldPassword: 'not mine at all', newPassword: 'correct horse' },
    'oldPassword',
    '原密码不对',
  ],
  ['it is too short', { newPassword: 'too short' }, 'newPassword', '密码至少 10 个字符'],
  ['it is the old one', { newPassword: null }, 'newPassword', '新密码不能与原密码相同'],
  ['it contains the user name', { newPassword: 'USERNAME-2026!' }, 'newPassword', '密码里不能包含用户名'],
])('a new password is refused when %s', async (_, given, path, message) => {
  const { browsers, password, username } = await newColleague()
  const body = {
    oldPassword: given.oldPassword ?? password,
    newPassword: given.newPassword?.replace('USERNAME', username) ?? password,
  }
  expect(await refusal((browsers[0] as Browser).session.changePassword({ body }))).toMatchObject({
    status: 422,
    errors: [{ path, message }],
  })
})

test('changing the password ends the sessions of all other devices and leaves an event', async () => {
  const { browsers, password, id } = await newColleague(3)
  const [here, ...others] = browsers as [Browser, ...Browser[]]
  await here.session.changePassword({ body: { oldPassword: password, newPassword: 'correct horse battery' } })
  for (const other of others) {
    await expect.poll(() => refusal(other.session.current())).toMatchObject({ code: 'not_signed_in' })
  }
  expect(await here.session.current()).toMatchObject({ passwordChangeDue: false })
  const events = await world.services.db
    .selectFrom('events')
    .select('verb')
    .where('actorId', '=', id)
    .execute()
  expect(events).toEqual([{ verb: 'session.password_changed' }])
})

test('a person ends one of their devices, or all others, but never those of somebody else', async () => {
  const { browsers } = await newColleague(3)
  const [here, there] = browsers as [Browser, Browser, Browser]
  const devices = (await here.session.list()).items
  expect(devices).toHaveLength(3)
  expect(devices[0]?.current).toBe(true)
  const [stranger] = (await newColleague()).browsers as [Browser]
  const target = (await there.session.list()).items[0]?.id ?? ''
  expect(await refusal(stranger.session.revoke({ params: { id: target } }))).toMatchObject({ status: 404 })
  await here.session.revoke({ params: { id: target } })
  await expect.poll(() => refusal(there.session.current())).toMatchObject({ code: 'not_signed_in' })
  expect(await refusal(here.session.revoke({ params: { id: target } }))).toMatchObject({ status: 404 })
  expect(await here.session.revokeOthers()).toEqual({ revoked: 1 })
  expect((await here.session.list()).items).toHaveLength(1)
})

test('a session ended on one server is ended on the other at once', async () => {
  const second = await testServices(world.connectionString, world.services.clock)
  const secondApp = await buildApp(second)
  const { browsers, id } = await newColleague()
  const there = openBrowser(secondApp)
  for (const [name, value] of (browsers[0] as Browser).cookies) there.cookies.set(name, value)
  expect(await there.session.current()).toMatchObject({ person: { id } })
  const began = Date.now()
  await world.as(world.people.adm).organisation.signOutEverywhere({ params: { id } })
  await expect.poll(() => refusal(there.session.current())).toMatchObject({ code: 'not_signed_in' })
  expect(Date.now() - began).toBeLessThan(5_000)
  await secondApp.close()
  await second.live.stop()
  await second.db.destroy()
})

test('a stranger learns nothing of sessions, and the list of demonstration people is empty outside the demonstration', async () => {
  const nobody = world.as(null).session
  const calls = [
    nobody.current(),
    nobody.list(),
    nobody.signOut(),
    nobody.revokeOthers(),
    nobody.confidentiality(),
  ]
  for (const { code } of await Promise.all(calls.map(refusal))) expect(code).toBe('not_signed_in')
  expect(await nobody.demoPeople()).toEqual({ password: null, items: [] })
})
