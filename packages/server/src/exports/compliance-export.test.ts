import { urlOf } from '@zhuowei/contract/client.ts'
import { exportsApi } from '@zhuowei/contract/exports.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { filledIn, writeWholeLedger } from '../testing/reporting.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { makeExports } from './make.ts'
import { tracesOf } from './testing/traces.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const { pm } = world.people
  await writeWholeLedger(world, '2026-11-16', '2026-11-23')
  world.setNow('2026-11-18T18:00:00+08:00')
  await world.as(pm).reports.submit({ params: { date: '2026-11-18' }, body: filledIn })
})
beforeEach(() => world.setNow('2026-11-23T10:00:00+08:00'))
afterAll(() => world.close())

const days = { unit: 'day', from: '2026-11-16', to: '2026-11-20' } as const
const purpose = '月度例会核对汇报情况'
const ask = (person: Person, scope: object = days) =>
  world.as(person).exports.requestCompliance({ body: { ...days, ...scope, purpose } })
const approve = (person: Person, id: string) =>
  world.as(person).exports.approve({ params: { id }, body: { version: 1 } })
const download = async (person: Person, id: string) =>
  world.app.inject({
    method: 'GET',
    url: urlOf(exportsApi.file, { params: { id } }),
    headers: { cookie: await world.cookieOf(person) },
  })

async function sheetOf(bytes: Buffer) {
  const workbook = new ExcelJS.Workbook()
  // The types of the library know the buffers of an older Node.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  const [sheet] = workbook.worksheets
  const rows: unknown[][] = []
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return { rows, footer: sheet?.headerFooter.oddFooter }
}

describe('三.1, §6-6: the grid of 合规 leaves as a list of customers does', () => {
  test('the manager says what for and takes what the page shows', async () => {
    const { dm, pm } = world.people
    const grid = await world.as(dm).compliance.grid({ query: { from: days.from, to: days.to } })
    const forecast = await world.as(dm).exports.forecastCompliance({ body: days })
    expect(forecast).toEqual({
      ...{ rows: grid.people.length, hours: 24, approval: null },
      words: `${grid.division.name}，日报，2026-11-16 至 2026-11-20`,
    })
    const asked = await ask(dm)
    expect(asked).toMatchObject({ of: 'compliance', purpose, rows: grid.people.length, withContacts: false })
    await makeExports(world.services)
    const { rows, footer } = await sheetOf((await download(dm, asked.id)).rawPayload)
    expect(rows[0]).toEqual([
      ...['姓名', '岗位', '片区', ...grid.days.map(({ date }) => date)],
      ...['特殊原因', '未填', '按期', '应填', '合规率'],
    ])
    const theirs = rows.find(([name]) => name === pm.name)
    expect(theirs?.slice(3, 8)).toEqual([
      '未填（以没填计）',
      '未填（以没填计）',
      '按时',
      '未填（以没填计）',
      '未填（以没填计）',
    ])
    expect(theirs?.slice(8)).toEqual([0, 4, 1, 5, 0.2])
    const mark = `内部资料 ${dm.name} T003 2026-11-23 10:00`
    expect(rows.at(-1)).toEqual([mark])
    expect(footer).toBe(`&C${mark}`)
  })

  test.each([
    ['week', '周报'],
    ['month', '月报'],
    ['trip', '出差报告'],
  ] as const)('of the kind that is looked at: %s', async (unit, word) => {
    const { dm } = world.people
    const range = { from: '2026-09-01', to: '2026-11-23' }
    const grid = await world.as(dm).compliance.periods({ query: { unit, ...range } })
    const asked = await ask(dm, { unit, ...range })
    expect(asked.words).toContain(`${word}，2026-09-01 至 2026-11-23`)
    await makeExports(world.services)
    const { rows } = await sheetOf((await download(dm, asked.id)).rawPayload)
    expect(rows[0]).toHaveLength(3 + grid.columns.length + 5)
    expect(rows.slice(1, 1 + grid.people.length).map(([name]) => name)).toEqual(
      grid.people.map(({ name }) => name),
    )
  })

  test('the register and the audit log name who took what, with the hash of the file', async () => {
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
    const registered = (await world.as(dm).exports.list()).items.find((one) => one.id === id)
    expect(registered).toMatchObject({ downloads: 1, fileName: '汇报合规-20261123-1000.xlsx' })
    expect(traces.at(-1)).toMatchObject({ actorId: dm.id, detail: { sha256: registered?.fileHash } })
  })
})

describe('§3A: who sees the numbers may take them', () => {
  test('综合管理 asks, the manager approves', async () => {
    const { oa, dm } = world.people
    const asked = await ask(oa)
    expect(asked).toMatchObject({ state: 'waiting', approvalReason: '按岗位须批准' })
    await makeExports(world.services)
    expect((await download(oa, asked.id)).statusCode).toBe(404)
    const { items } = await world.as(dm).today.get()
    expect(items.find(({ key }) => key === `export:${asked.id}`)?.title).toBe(`${oa.name}申请导出汇报合规`)
    await approve(dm, asked.id)
    await makeExports(world.services)
    expect((await download(oa, asked.id)).statusCode).toBe(200)
    expect((await download(dm, asked.id)).statusCode).toBe(403)
  })

  test('who does not see the page takes nothing from it', async () => {
    const { pm, spm, adm } = world.people
    for (const person of [pm, spm, adm]) expect((await refusal(ask(person))).code).toBe('forbidden')
  })

  test('总经理 takes any division, a manager only the own one', async () => {
    const { gm, dm } = world.people
    const { otherDivisionId: divisionId } = world
    const { words } = await ask(gm, { divisionId })
    const other = await world.services.db
      .selectFrom('divisions')
      .select('name')
      .where('id', '=', divisionId)
      .executeTakeFirstOrThrow()
    expect(words).toContain(other.name)
    expect((await refusal(ask(dm, { divisionId }))).code).toBe('not_found')
  })

  test('who has left the division meanwhile does not take the file any more', async () => {
    const { dmOther } = world.people
    const { id } = await ask(dmOther)
    await makeExports(world.services)
    expect((await download(dmOther, id)).statusCode).toBe(200)
    await world.services.db
      .updateTable('exports')
      .set({ compliance: JSON.stringify({ ...days, divisionId: world.divisionId }) })
      .where('id', '=', id)
      .execute()
    expect((await download(dmOther, id)).json()).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('不在您的范围'),
    })
  })
})

test('the link dies after 24 hours', async () => {
  const { dm } = world.people
  const { id } = await ask(dm)
  await makeExports(world.services)
  world.setNow('2026-11-24T10:00:00+08:00')
  expect((await download(dm, id)).json().code).toBe('window_closed')
})

test('a year of days is too much, a year of months is not', async () => {
  const { dm } = world.people
  const range = { from: '2025-12-01', to: '2026-11-23' }
  expect((await refusal(ask(dm, range))).code).toBe('invalid_input')
  expect((await ask(dm, { unit: 'month', ...range })).of).toBe('compliance')
})
