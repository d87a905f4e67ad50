import { createECDH, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { notify } from '../notifications/notify.ts'
import type { Services } from '../platform/services.ts'
import { createWorld, type Person, testServices, type World } from '../testing/world.ts'
import { claimDue } from './claim.ts'
import { deliverDue } from './postman.ts'
import { readPush } from './testing/browser.ts'
import { readMail, startMailServer, startReceiver } from './testing/receivers.ts'

let world: World
let second: Services
let mail: Awaited<ReturnType<typeof startMailServer>>
let provider: Awaited<ReturnType<typeof startReceiver>>

beforeAll(async () => {
  world = await createWorld()
  second = await testServices(world.connectionString, world.services.clock)
  mail = await startMailServer()
  provider = await startReceiver()
  for (const { env } of [world.services, second]) {
    env.outbound = 'loopback'
    env.publicUrl = 'https://zhuowei.example'
  }
  await world.as(world.people.adm).channels.saveMail({ body: mailTo(mail.port) })
  for (const who of ['dm', 'pm', 'spm'] as const)
    await world.services.db
      .updateTable('people')
      .set({ email: `${who}@example.com` })
      .where('id', '=', world.people[who].id)
      .execute()
})
afterAll(async () => {
  await second.live.stop()
  await second.db.destroy()
  await world.close()
  await mail.stop()
  await provider.stop()
})
beforeEach(async () => {
  const { db } = world.services
  world.setNow('2026-11-23T17:30:00+08:00')
  for (const table of [
    'notifications',
    'deliveries',
    'restingDestinations',
    'pushDevices',
    'groupRobots',
  ] as const)
    await db.deleteFrom(table).execute()
  await db.deleteFrom('reminderChoices').execute()
  await db.deleteFrom('absences').execute()
  mail.received.length = 0
  mail.refuse.clear()
  provider.received.length = 0
  Object.assign(provider.answers, { status: 200, body: '{"errcode":0}' })
})

const mailTo = (port: number) => ({
  ...{ enabled: true, host: '127.0.0.1', port, security: 'none' as const, username: 'zhuowei' },
  ...{ password: 'right', fromAddress: 'tixing@example.com', fromName: '卓维提醒', version: 0 },
})

const remind = (people: Person[], more: Partial<Parameters<typeof notify>[1]> = {}) =>
  notify(
    world.services.db,
    {
      personIds: people.map(({ id }) => id),
      kind: 'reminder',
      title: '星期一工作日报还没提交',
      body: '正常截止 11-23 周一 24:00。',
      link: '/reports/daily/2026-11-23',
      dedupeKey: 'remind:daily:2026-11-23:first',
      forGroup: true,
      ...more,
    },
    world.services.clock.now(),
  )

const log = async () => (await world.as(world.people.adm).channels.deliveries({})).items

test('a reminder comes by mail in three lines, once, however often it is told and however many servers send', async () => {
  const { pm } = world.people
  await remind([pm])
  await remind([pm])
  await Promise.all([deliverDue(world.services), deliverDue(second)])
  await Promise.all([deliverDue(second), deliverDue(world.services)])
  expect(mail.received.map(({ to }) => to)).toEqual([['pm@example.com']])
  const { subject, text } = readMail(mail.received[0]!)
  expect(subject).toBe('星期一工作日报还没提交')
  expect(text.split(/\r?\n/)).toEqual([
    '星期一工作日报还没提交',
    '正常截止 11-23 周一 24:00。',
    'https://zhuowei.example/reports/daily/2026-11-23',
  ])
  expect(await log()).toMatchObject([
    { state: 'sent', attempts: 1, person: { name: '焦尔' }, kind: '汇报到期提醒' },
  ])
})

test('twenty reminders and two servers at once: each arrives once', async () => {
  const { pm, spm } = world.people
  for (let day = 1; day <= 10; day++)
    await remind([pm, spm], { dedupeKey: `day ${day}`, title: `第 ${day} 天` })
  await Promise.all([deliverDue(world.services), deliverDue(second), deliverDue(world.services)])
  const said = mail.received.map((one) => `${one.to} ${readMail(one).subject}`)
  expect(said).toHaveLength(20)
  expect(new Set(said).size).toBe(20)
})

test('§1B-18 in the quiet hours nothing is sent until they end, unless that would be too late', async () => {
  const { pm } = world.people
  world.setNow('2026-11-23T22:00:00+08:00')
  await remind([pm], { title: '不急', dedupeKey: 'a' })
  await remind([pm], { title: '今天截止', dedupeKey: 'b', until: new Date('2026-11-24T00:00:00+08:00') })
  await deliverDue(world.services)
  expect(mail.received.map((one) => readMail(one).subject)).toEqual(['今天截止'])
  expect((await log()).map(({ state, reason }) => [state, reason])).toContainEqual([
    'waiting',
    '免打扰时间，之后再发',
  ])
  world.setNow('2026-11-24T07:59:00+08:00')
  await deliverDue(world.services)
  expect(mail.received).toHaveLength(1)
  world.setNow('2026-11-24T08:00:00+08:00')
  await deliverDue(world.services)
  expect(mail.received.map((one) => readMail(one).subject)).toEqual(['今天截止', '不急'])
})

test('one’s own quiet hours count, and what has been read meanwhile is not sent any more', async () => {
  const { pm } = world.people
  const mine = world.as(pm)
  const { version } = await mine.channels.mine()
  await mine.channels.choose({
    body: {
      mailTopics: ['deadline'],
      pushTopics: [],
      quietFrom: '17:00',
      quietTo: '18:00',
      onLeave: false,
      version,
    },
  })
  await remind([pm])
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  const [told] = (await mine.notifications.list()).items
  await mine.notifications.markRead({ params: { id: told!.id } })
  world.setNow('2026-11-23T18:00:00+08:00')
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  expect(await log()).toMatchObject([{ state: 'dropped', reason: '已经在系统里看过' }])
})

test('§1B-18 nobody on leave is reminded outside, except who asks for it; leavers never', async () => {
  const { pm, dm, left } = world.people
  const { db } = world.services
  await db.updateTable('people').set({ email: 'left@example.com' }).where('id', '=', left.id).execute()
  const day = { from: '2026-11-23', to: '2026-11-23' }
  await world.as(dm).absences.register({
    body: { personId: pm.id, kind: 'leave', leaveType: 'annual', ...day, reason: '年休' },
  })
  mail.received.length = 0
  await remind([pm, left], { dedupeKey: 'a' })
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  const { version } = await world.as(pm).channels.mine()
  await world.as(pm).channels.choose({
    body: {
      mailTopics: ['deadline'],
      pushTopics: [],
      quietFrom: null,
      quietTo: null,
      onLeave: true,
      version,
    },
  })
  await remind([pm], { dedupeKey: 'b' })
  await deliverDue(world.services)
  expect(mail.received.map(({ to }) => to)).toEqual([['pm@example.com']])
})

test('a topic that nobody chose stays in the application', async () => {
  await remind([world.people.pm], { kind: 'comment', title: '安培之点评了您的日报' })
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  expect((await world.as(world.people.pm).notifications.list()).items).toHaveLength(1)
})

test('三.1 of restricted data no name leaves the house, whatever the notification says', async () => {
  const { pm } = world.people
  const { version } = await world.as(pm).channels.mine()
  await world.as(pm).channels.choose({
    body: {
      mailTopics: ['system', 'approval', 'work'],
      pushTopics: [],
      quietFrom: null,
      quietTo: null,
      onLeave: false,
      version,
    },
  })
  for (const kind of ['profile', 'personal_request', 'audit', 'export', 'a_kind_of_tomorrow', 'comment'])
    await remind([pm], {
      ...{ kind, dedupeKey: kind, title: kind === 'comment' ? '安培之点评了您的日报' : '画像：江予安' },
      body: '底价 128 万，纪要：江予安反对',
    })
  await deliverDue(world.services)
  expect(mail.received).toHaveLength(6)
  for (const one of mail.received) expect(JSON.stringify(readMail(one))).not.toMatch(/江予安|底价|纪要/)
})

async function addGroup(kinds: string[], address = `${provider.url}/robot?key=1`) {
  const { adm, dm } = world.people
  const robot = await world.as(adm).channels.addRobot({
    body: { divisionId: world.divisionId, provider: 'wecom', name: '电力事业部群', address },
  })
  await world
    .as(dm)
    .channels.setGroupKinds({ params: { id: robot.id }, body: { kinds, version: robot.version } })
  return robot
}

test('a group reads once what its manager chose, and no names, lists or addresses of records', async () => {
  const { pm, spm, dm } = world.people
  await addGroup(['reminder'])
  await remind([pm])
  await remind([spm])
  await remind([dm], { kind: 'missed_list', title: '1 份日报未填', body: '焦尔', dedupeKey: 'list' })
  await deliverDue(world.services)
  expect(provider.received.map(({ body }) => JSON.parse(body.toString()))).toEqual([
    { msgtype: 'text', text: { content: '星期一工作日报还没提交\nhttps://zhuowei.example/' } },
  ])
})

test('a dead group keeps nobody waiting, is left alone for longer and longer, and hears everything once it is back', async () => {
  const { pm } = world.people
  await addGroup(['reminder'])
  Object.assign(provider.answers, { status: 502, body: 'down' })
  for (let day = 1; day <= 6; day++) await remind([pm], { dedupeKey: `day ${day}` })
  await deliverDue(world.services)
  expect(mail.received).toHaveLength(6)
  const tried = provider.received.length
  expect(tried).toBeLessThanOrEqual(4)
  await deliverDue(world.services)
  expect(provider.received).toHaveLength(tried)
  provider.answers.status = 200
  provider.answers.body = '{"errcode":0}'
  world.setNow('2026-11-23T18:40:00+08:00')
  await deliverDue(world.services)
  await deliverDue(world.services)
  const ofGroup = (await log()).filter(({ channel }) => channel === 'robot')
  expect(ofGroup.map(({ state }) => state)).toEqual(Array(6).fill('sent'))
})

test('an address that the mail server refuses is given up at once, and the others get theirs', async () => {
  const { pm, spm } = world.people
  mail.refuse.add('pm@example.com')
  await remind([pm, spm])
  await deliverDue(world.services)
  expect(mail.received.map(({ to }) => to)).toEqual([['spm@example.com']])
  const failed = (await log()).filter(({ state }) => state === 'failed')
  expect(failed).toMatchObject([{ person: { name: '焦尔' }, reason: '收件地址被拒收（550）' }])
})

test('what a killed server had in hand goes out after its lease, once more at most and recognisable', async () => {
  await remind([world.people.pm])
  const { claimed } = await claimDue(second.db, second.clock.now(), true)
  expect(claimed).toHaveLength(1)
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  world.setNow('2026-11-23T17:36:00+08:00')
  await Promise.all([deliverDue(world.services), deliverDue(second)])
  expect(mail.received).toHaveLength(1)
  expect(readMail(mail.received[0]!).messageId).toContain(claimed[0]!.id)
  expect(await log()).toMatchObject([{ state: 'sent', attempts: 2 }])
})

test('a device gets it encrypted and tagged, and is forgotten when it has withdrawn', async () => {
  const { pm } = world.people
  const device = createECDH('prime256v1')
  device.generateKeys()
  const keys = { p256dh: device.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
  await world.as(pm).channels.addDevice({ body: { endpoint: `${provider.url}/device`, keys } })
  provider.answers.status = 201
  await remind([pm])
  await deliverDue(world.services)
  const [pushed] = provider.received
  expect(pushed?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'normal' })
  expect(pushed?.headers.authorization).toMatch(/^vapid t=.+, k=.+/)
  expect(pushed?.headers.topic).toMatch(/^[0-9a-f]{32}$/)
  expect(pushed?.body.toString('latin1')).not.toContain('daily')
  provider.answers.status = 410
  await remind([pm], { dedupeKey: 'next' })
  await deliverDue(world.services)
  expect((await world.as(pm).channels.mine()).push.devices).toEqual([])
})

test('三.1: a browser decrypts what it is sent, three lines at most and nothing of what is confidential', async () => {
  const { pm } = world.people
  const device = createECDH('prime256v1')
  device.generateKeys()
  const auth = randomBytes(16)
  const keys = { p256dh: device.getPublicKey('base64url'), auth: auth.toString('base64url') }
  await world.as(pm).channels.addDevice({ body: { endpoint: `${provider.url}/device`, keys } })
  provider.answers.status = 201
  await remind([pm], { body: `正常截止\n11-23 周一 24:00。${'长'.repeat(300)}` })
  await remind([pm], {
    ...{
      kind: 'profile',
      dedupeKey: 'profile',
      title: '受限画像：底价 380 万',
      body: '听涛县供电公司的底价',
    },
  })
  await deliverDue(world.services)
  const read = provider.received.map(({ body }) => readPush(body, device, auth))
  const titles = read.map(({ title }) => title)
  expect(titles.toSorted()).toEqual(['星期一工作日报还没提交', '有一条新的“受限画像”'])
  for (const { tag, ...message } of read) {
    expect(tag).toMatch(/^[0-9a-f-]{36}$/)
    expect(Object.keys(message).toSorted()).toEqual(['body', 'link', 'title'])
    expect(Object.values(message).join('')).not.toMatch(/\n|底价|380|听涛/)
  }
})

test('where nothing may leave, nothing leaves, and the log says so', async () => {
  world.services.env.outbound = 'off'
  await remind([world.people.pm])
  await deliverDue(world.services)
  world.services.env.outbound = 'loopback'
  await deliverDue(world.services)
  expect(mail.received).toEqual([])
  expect(await log()).toMatchObject([{ state: 'dropped', reason: '演示环境不外发' }])
})
