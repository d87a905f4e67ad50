import { urlOf } from '@zhuowei/contract/client.ts'
import { exportsApi } from '@zhuowei/contract/exports.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { customerForm, enter } from '../customers/testing-customers.ts'
import { sweepFiles } from '../platform/files/jobs.ts'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { makeExports } from './make.ts'
import { tracesOf } from './testing/traces.ts'

let world: World
let mine: string
let colleagues: string
beforeAll(async () => {
  world = await createWorld()
  const { spm, pm } = world.people
  mine = (await enter(world, spm, { name: '=cmd 一号站' })).id
  colleagues = (await enter(world, pm)).id
})
beforeEach(() => world.setNow('2026-11-23T08:40:00+08:00'))
afterAll(() => world.close())

const purpose = '季度例会核对名单'
const ask = (person: Person, more: object = {}) =>
  world.as(person).exports.request({ body: { matching: {}, purpose, ...more } })
const get = async (person: Person, id: string) =>
  (await world.as(person).exports.list({ query: { limit: 200 } })).items.find((one) => one.id === id)
const approve = (person: Person, id: string) =>
  world.as(person).exports.approve({ params: { id }, body: { version: 1 } })
const download = async (person: Person, id: string) =>
  world.app.inject({
    method: 'GET',
    url: urlOf(exportsApi.file, { params: { id } }),
    headers: { cookie: await world.cookieOf(person) },
  })

async function cellsOf(bytes: Buffer): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook()
  // The types of the library know the buffers of an older Node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const [sheet] = workbook.worksheets
  const rows: string[][] = []
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}

describe('三.1, §3B 1: a list leaves only for a purpose, counted before, and with its register', () => {
  test('the manager takes a small list without phones at once', async () => {
    const { dm } = world.people
    const forecast = await world.as(dm).exports.forecast({ body: { matching: {} } })
    expect(forecast).toEqual({ rows: 2, words: '全部客户', hours: 24, approval: null })
    const { id } = await ask(dm)
    await makeExports(world.services)
    const registered = await get(dm, id)
    expect(registered).toMatchObject({
      state: 'ready',
      rows: 2,
      purpose,
      downloads: 0,
      can: { download: true },
    })
    const file = await download(dm, id)
    const rows = await cellsOf(file.rawPayload)
    expect(rows[0]).not.toContain('联系电话')
    expect(rows.at(-1)).toEqual(['内部资料 安培之 T003 2026-11-23 08:40'])
    expect(JSON.stringify(rows)).not.toContain('沈知白')
    expect(await get(dm, id)).toMatchObject({
      downloads: 1,
      fileHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('a name that a spreadsheet would compute stays a name', async () => {
    const { dm } = world.people
    const { id } = await ask(dm, { matching: undefined, ids: [mine] })
    await makeExports(world.services)
    const [, first] = await cellsOf((await download(dm, id)).rawPayload)
    expect(first?.[1]).toBe("'=cmd 一号站")
  })

  test('the audit log names who took what, with the hash of the file', async () => {
    const { dm } = world.people
    const { id } = await ask(dm)
    await makeExports(world.services)
    await download(dm, id)
    const traces = await tracesOf(world, id)
    expect(traces.map(({ action }) => action)).toEqual([
      'export.requested',
      'export.made',
      'export.downloaded',
    ])
    const { fileHash } = (await get(dm, id)) ?? {}
    expect(traces.at(-1)).toMatchObject({ actorId: dm.id, detail: { rows: 2, sha256: fileHash } })
  })

  test('a number that was searched for does not stand in the register', async () => {
    const { dm } = world.people
    const { contactPhone } = customerForm()
    await enter(world, dm, { contactPhone, ownerId: world.people.pm.id })
    const forecast = await world.as(dm).exports.forecast({ body: { matching: { q: contactPhone } } })
    expect(forecast).toMatchObject({ rows: 1, words: '搜索（号码）' })
  })
})

describe('§3A X: who may take what', () => {
  test('高级项目主管 takes only what he answers for, and asks the manager', async () => {
    const { spm, dm } = world.people
    const asked = await ask(spm)
    expect(asked).toMatchObject({
      rows: 1,
      words: '本人负责',
      state: 'waiting',
      approvalReason: '按岗位须批准',
    })
    await makeExports(world.services)
    expect((await download(spm, asked.id)).statusCode).toBe(404)
    const told = await world.as(dm).today.get()
    expect(told.items.find(({ key }) => key === `export:${asked.id}`)).toMatchObject({
      title: '傅特申请导出客户',
      clause: '三.1',
    })
    await approve(dm, asked.id)
    await makeExports(world.services)
    const rows = await cellsOf((await download(spm, asked.id)).rawPayload)
    expect(rows).toHaveLength(3)
    expect((await world.as(spm).notifications.list()).items[0]?.title).toContain('可以下载')
  })

  test('a colleague’s customer among the chosen ones is left out, and nothing else is nothing at all', async () => {
    const { spm } = world.people
    const problem = await refusal(ask(spm, { matching: undefined, ids: [colleagues] }))
    expect(problem.code).toBe('not_found')
  })

  test('phones leave only when they were asked for and 总经理 approved the manager’s own wish', async () => {
    const { dm, gm } = world.people
    const { id } = await ask(dm, { withContacts: true, matching: undefined, ids: [mine] })
    expect((await refusal(approve(dm, id))).code).toBe('forbidden')
    await approve(gm, id)
    await makeExports(world.services)
    const [head, first] = await cellsOf((await download(dm, id)).rawPayload)
    expect(head?.slice(-3)).toEqual(['联系人', '联系人职位', '联系电话'])
    expect(first?.at(-1)).toMatch(/^199\d{8}$/)
    expect((await download(gm, id)).statusCode).toBe(403)
  })

  test('what was refused is not made, and the reason comes back', async () => {
    const { oa, dm } = world.people
    const { id } = await ask(oa)
    await world.as(dm).exports.refuse({ params: { id }, body: { version: 1, reason: '用例会材料即可' } })
    await makeExports(world.services)
    expect(await get(oa, id)).toMatchObject({ state: 'refused', refusal: '用例会材料即可' })
    expect((await refusal(approve(dm, id))).code).toBe('nothing_to_decide')
    expect((await world.as(oa).notifications.list()).items[0]?.title).toContain('用例会材料即可')
  })

  test('who approves something that has changed meanwhile sees it first', async () => {
    const { oa, dm } = world.people
    const { id } = await ask(oa)
    const stale = world.as(dm).exports.approve({ params: { id }, body: { version: 9 } })
    expect((await refusal(stale)).code).toBe('version_conflict')
  })
})

describe('the link dies', () => {
  test('after 24 hours, and the file with it', async () => {
    const { dm, services } = { dm: world.people.dm, services: world.services }
    const { id } = await ask(dm)
    await makeExports(services)
    world.setNow('2026-11-24T08:39:59+08:00')
    expect((await download(dm, id)).statusCode).toBe(200)
    world.setNow('2026-11-24T08:40:00+08:00')
    expect((await download(dm, id)).json().code).toBe('window_closed')
    expect(await get(dm, id)).toMatchObject({ state: 'expired', can: { download: false } })
    await sweepFiles(services, new Date('2026-11-24T08:40:00+08:00'))
  })

  test('as soon as one of the customers is somebody else’s', async () => {
    const { spm, dm, pm } = world.people
    const { id: customerId } = await enter(world, spm)
    const { id } = await ask(spm, { matching: undefined, ids: [customerId] })
    await approve(dm, id)
    await makeExports(world.services)
    expect((await download(spm, id)).statusCode).toBe(200)
    await world
      .as(dm)
      .customers.transfer({ body: { ids: [customerId], toOwnerId: pm.id, reason: '调整分工' } })
    const refused = await download(spm, id)
    expect(refused.json()).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('不在您的范围'),
    })
  })
})

test('two processes make an export once, and a list asked for twice with one key is one', async () => {
  const { dm } = world.people
  const idempotencyKey = 'export-once-1'
  const body = { matching: {}, purpose }
  const first = await world.as(dm).exports.request({ body, idempotencyKey })
  const again = await world.as(dm).exports.request({ body, idempotencyKey })
  expect(again.id).toBe(first.id)
  await Promise.all([makeExports(world.services), makeExports(world.services)])
  const made = await world.services.db
    .selectFrom('events')
    .select('id')
    .where('verb', '=', 'export.made')
    .where('subjectId', '=', first.id)
    .execute()
  expect(made).toHaveLength(1)
})
