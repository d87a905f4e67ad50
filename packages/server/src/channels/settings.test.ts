import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { startMailServer, startReceiver } from './testing/receivers.ts'

let world: World
let mail: Awaited<ReturnType<typeof startMailServer>>
let provider: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  world = await createWorld()
  world.services.env.outbound = 'loopback'
  mail = await startMailServer()
  provider = await startReceiver()
})
afterAll(async () => {
  await world.close()
  await mail.stop()
  await provider.stop()
})
beforeEach(async () => {
  const { db } = world.services
  world.services.env.outbound = 'loopback'
  for (const table of ['deliveries', 'groupRobots', 'mailSettings', 'pushDevices'] as const)
    await db.deleteFrom(table).execute()
})

const settings = (more: object = {}) => ({
  ...{ enabled: true, host: '127.0.0.1', port: mail.port, security: 'none' as const, username: 'zhuowei' },
  ...{ password: 'right', fromAddress: 'tixing@example.com', fromName: '卓维提醒', version: 0, ...more },
})
const adm = () => world.as(world.people.adm).channels
const robotAt = (address: string, more: object = {}) => ({
  ...{ divisionId: world.divisionId, provider: 'dingtalk' as const, name: '电力事业部群', address, ...more },
})

test('the password of the mail server is kept sealed and never shown again, not even in the audit', async () => {
  const saved = await adm().saveMail({ body: settings({ password: 'ganz-geheim' }) })
  expect(saved).toMatchObject({ hasPassword: true, version: 1 })
  const { sealed } = await world.services.db
    .selectFrom('mailSettings')
    .select('sealed')
    .executeTakeFirstOrThrow()
  expect(world.services.secrets.open(sealed ?? '')).toBe('ganz-geheim')
  const kept = await adm().saveMail({ body: settings({ password: null, fromName: '提醒', version: 1 }) })
  expect(kept).toMatchObject({ hasPassword: true, fromName: '提醒', version: 2 })
  const { rows } = await world.services.pool.query('select to_jsonb(events)::text as line from events')
  expect(JSON.stringify([rows, await adm().settings()])).not.toContain('ganz-geheim')
})

test('a stored password is not sent to another server that somebody enters', async () => {
  await adm().saveMail({ body: settings() })
  await expect(
    adm().saveMail({ body: settings({ host: 'localhost', password: null, version: 1 }) }),
  ).rejects.toMatchObject({ problem: { errors: [{ path: 'password', message: '请填写密码' }] } })
})

test('two administrators at once: the second sees what the first saved', async () => {
  await adm().saveMail({ body: settings() })
  await expect(adm().saveMail({ body: settings({ port: 25 }) })).rejects.toMatchObject({
    problem: { code: 'version_conflict', facts: { current: { version: 1 } } },
  })
})

test('everything that is wrong with the settings is said at once', async () => {
  const wrong = settings({ host: 'http://x', port: 0, fromAddress: 'nobody', fromName: '' })
  await expect(adm().saveMail({ body: wrong })).rejects.toMatchObject({
    problem: { status: 422, errors: expect.objectContaining({ length: 4 }) },
  })
})

test('a test mail says whether it went out, once a minute', async () => {
  await expect(adm().testMail()).rejects.toThrow('请先启用邮件')
  const { adm: administrator } = world.people
  await world.services.db
    .updateTable('people')
    .set({ email: 'adm@example.com' })
    .where('id', '=', administrator.id)
    .execute()
  await adm().saveMail({ body: settings({ password: 'wrong' }) })
  const refused = await adm().testMail()
  expect(refused.results).toEqual([
    { channel: 'mail', to: 'adm@example.com', sent: false, detail: '邮件服务器不接受用户名或密码' },
  ])
  await expect(adm().testMail()).rejects.toMatchObject({ problem: { code: 'too_many_requests' } })
  await adm().saveMail({ body: settings({ version: 1 }) })
  world.setNow('2026-11-23T22:42:00+08:00')
  expect((await adm().testMail()).results).toMatchObject([{ sent: true }])
  expect(mail.received.at(-1)?.to).toEqual(['adm@example.com'])
})

test('a robot’s address works like a password: it is shown only by its end', async () => {
  const secretly = `${provider.url}/robot/send?access_token=abcdefghijklmn`
  const robot = await adm().addRobot({ body: robotAt(secretly, { secret: 'SEC000' }) })
  expect(robot).toMatchObject({ hasSecret: true, kinds: [], addressHint: expect.stringMatching(/…klmn$/) })
  const renamed = await adm().updateRobot({
    params: { id: robot.id },
    body: { name: '销售群', enabled: true, version: robot.version },
  })
  expect(renamed).toMatchObject({ name: '销售群', hasSecret: true })
  const result = await adm().testRobot({ params: { id: robot.id } })
  expect(result.results).toEqual([{ channel: 'robot', to: '销售群', sent: true, detail: null }])
  expect(provider.received.at(-1)?.path).toMatch(/access_token=abcdefghijklmn&timestamp=\d{13}&sign=\S+%3D$/)
  const { rows } = await world.services.pool.query('select to_jsonb(events)::text as line from events')
  expect(JSON.stringify([rows, await adm().settings()])).not.toMatch(/abcdefghij|SEC000/)
  await adm().removeRobot({ params: { id: robot.id } })
  expect((await adm().settings()).robots).toEqual([])
})

test.each([
  'http://oapi.dingtalk.com/robot/send?access_token=1',
  'https://oapi.dingtalk.com/other?access_token=1',
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
  'http://169.254.169.254/latest',
  'http://127.0.0.1:5432/',
])('a robot is only at its provider: not %s', async (address) => {
  world.services.env.outbound = 'open'
  await expect(adm().addRobot({ body: robotAt(address) })).rejects.toMatchObject({
    problem: { errors: [{ path: 'address' }] },
  })
})

test('the manager chooses for his own groups only, and only what is fit for a group', async () => {
  const robot = await adm().addRobot({ body: robotAt(`${provider.url}/1`) })
  const params = { id: robot.id }
  const manager = world.as(world.people.dm).channels
  expect((await manager.groups()).map(({ kinds }) => kinds.map(({ label }) => label))).toEqual([
    ['汇报到期提醒', '会议通知'],
  ])
  await expect(
    manager.setGroupKinds({ params, body: { kinds: ['missed_list'], version: 1 } }),
  ).rejects.toMatchObject({ problem: { errors: [{ path: 'kinds' }] } })
  await manager.setGroupKinds({ params, body: { kinds: ['meeting'], version: 1 } })
  await expect(manager.setGroupKinds({ params, body: { kinds: [], version: 1 } })).rejects.toMatchObject({
    problem: { code: 'version_conflict' },
  })
  const other = world.as(world.people.dmOther).channels
  expect(await other.groups()).toEqual([])
  await expect(other.setGroupKinds({ params, body: { kinds: [], version: 2 } })).rejects.toThrow('没有找到')
  await expect(adm().addRobot({ body: robotAt(`${provider.url}/2`) })).rejects.toThrow('已经有')
})

const keys = { p256dh: 'BPZ_key', auth: 'auth_secret' }
const endpoint = 'http://127.0.0.1:1/device'

test('a device belongs to who is signed in on it, and only he takes it away', async () => {
  const { pm, spm } = world.people
  const { id } = await world.as(pm).channels.addDevice({ body: { endpoint, keys } })
  await expect(world.as(spm).channels.removeDevice({ params: { id } })).rejects.toThrow('没有找到')
  await world.as(spm).channels.addDevice({ body: { endpoint, keys } })
  expect((await world.as(pm).channels.mine()).push.devices).toEqual([])
  const [device] = (await world.as(spm).channels.mine()).push.devices
  await world.as(spm).channels.removeDevice({ params: { id: device!.id } })
  expect((await world.as(spm).channels.mine()).push.devices).toEqual([])
  world.services.env.outbound = 'open'
  await expect(
    world.as(pm).channels.addDevice({ body: { endpoint: 'https://intranet.example/x', keys } }),
  ).rejects.toMatchObject({ problem: { errors: [{ path: 'endpoint' }] } })
})

test('without a choice the division’s quiet hours hold; half a choice is none', async () => {
  const mine = world.as(world.people.pm).channels
  expect((await mine.mine()).quiet).toEqual({ from: '21:30', to: '08:00', own: false })
  const choice = { mailTopics: [], pushTopics: [], onLeave: false, version: 0 }
  await expect(mine.choose({ body: { ...choice, quietFrom: '20:00', quietTo: null } })).rejects.toMatchObject(
    { problem: { errors: [{ path: 'quietTo' }] } },
  )
  const chosen = await mine.choose({ body: { ...choice, quietFrom: '20:00', quietTo: '09:00' } })
  expect(chosen).toMatchObject({ quiet: { from: '20:00', to: '09:00', own: true }, version: 1 })
  await expect(mine.choose({ body: { ...choice, quietFrom: null, quietTo: null } })).rejects.toMatchObject({
    problem: { code: 'version_conflict' },
  })
  expect((await world.as(world.people.gm).channels.mine()).quiet.from).toBe('21:30')
})
