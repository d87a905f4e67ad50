import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../testing/refusal.ts'
import { createWorld, type World } from '../testing/world.ts'
import { checked, csv, form, heading, imported, line, rowsOf, settled, xlsx } from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

/** How many statements of this database wait for somebody else's transaction. */
async function waiting(): Promise<number> {
  const { rows } = await world.services.pool.query(
    `select distinct pid from pg_locks join pg_stat_activity using (pid)
     where not granted and datname = current_database()`,
  )
  return rows.length
}

const status = (code: number) =>
  expect.objectContaining({ problem: expect.objectContaining({ status: code }) })

describe('导入', () => {
  test('customers arrive with their contacts, number, owner and search, and each owner hears of it once', async () => {
    const { pm, spm } = world.people
    const table = [
      heading,
      line(301),
      line(301, { 联系人: '柳青', 联系电话: '0871-63120301' }),
      line(302),
      line(303, { 负责人: null }),
    ]
    const found = await imported(client, await xlsx(table), 'all_or_nothing')
    expect(found).toMatchObject({
      state: 'done',
      doneRows: 4,
      counts: { create: 4, customersCreated: 3, contactsCreated: 4 },
      can: { undo: true, run: false },
    })
    const [listed] = (await client.customers.list({ query: { q: '301供电' } })).items
    const customer = await client.customers.get({ params: { id: listed?.id ?? '' } })
    expect(customer).toMatchObject({
      name: '云岭第301供电公司',
      number: expect.stringMatching(/^KH-YL-\d{4}$/),
      owner: { id: pm.id },
      source: 'import',
      grade: 'C',
      contactCount: 2,
      createdBy: { id: world.people.oa.id },
    })
    expect(customer.contacts.map(({ name, isPrimary }) => [name, isPrimary])).toEqual([
      ['沈知301', true],
      ['柳青', false],
    ])
    const timeline = await client.customers.timeline({ params: { id: customer.id } })
    expect(timeline.items.map(({ summary }) => summary)).toEqual(['从文件《客户清单.xlsx》导入'])
    const told = await world.services.db
      .selectFrom('notifications')
      .where('dedupeKey', '=', `import:${found.id}`)
      .select(['personId', 'title'])
      .orderBy('title')
      .execute()
    expect(told).toEqual([
      { personId: spm.id, title: '亨礼导入了 1 家由您负责的客户' },
      { personId: pm.id, title: '亨礼导入了 2 家由您负责的客户' },
    ])
    const events = await world.services.db
      .selectFrom('events')
      .where('subjectId', '=', found.id)
      .select('summary')
      .execute()
    expect(events).toEqual([{ summary: '导入《客户清单.xlsx》：新增客户 3 家、联系人 4 位，更新客户 0 家' }])
  })

  test('the same file twice changes nothing', async () => {
    const content = await xlsx([
      heading,
      line(311),
      line(311, { 联系人: '柳青', 联系电话: '13800000311' }),
      line(312),
    ])
    const first = await imported(client, content)
    expect(first.counts.customersCreated).toBe(2)
    const again = await checked(client, content)
    expect(again.sameFileAs?.id).toBe(first.id)
    expect(again.counts).toMatchObject({ create: 0, update: 0, unchanged: 3, duplicate: 0, error: 0 })
    await expect(
      client.imports.run({ params: { id: again.id }, body: { mode: 'valid_rows', version: again.version } }),
    ).rejects.toEqual(status(422))
  })

  test('an existing customer gets its empty fields filled, and others replaced only on request', async () => {
    await imported(client, await xlsx([heading, line(321, { 地址: null })]))
    const table = await xlsx([
      heading,
      line(321, { 地址: '开源路 1 号', 客户状态: '意向', 城市: '澜汀市', 负责人: '瓦澜' }),
      line(321, { 联系人: '柳青', 联系电话: '13800000321' }),
    ])
    const filled = await checked(client, table)
    expect(await rowsOf(client, filled.id)).toEqual([
      {
        rowNo: 2,
        outcome: 'update',
        name: '云岭第321供电公司',
        reasons: [
          '客户状态：已有内容不同，保留原来的',
          '城市：已有内容不同，保留原来的',
          '地址：补充通信地址',
          '负责人：导入不改变已有客户的负责人，请用移交',
        ],
      },
      {
        rowNo: 3,
        outcome: 'update',
        name: '云岭第321供电公司',
        reasons: expect.arrayContaining(['增加联系人柳青']),
      },
    ])
    const done = await imported(client, table, 'all_or_nothing', { overwrite: true })
    expect(done.counts).toMatchObject({ update: 2, customersUpdated: 1, contactsCreated: 1 })
    const [listed] = (await client.customers.list({ query: { q: '321供电' } })).items
    const customer = await client.customers.get({ params: { id: listed?.id ?? '' } })
    expect(customer).toMatchObject({
      address: '开源路 1 号',
      status: 'interested',
      city: '澜汀市',
      owner: { id: world.people.pm.id },
      contactCount: 2,
    })
    const { items } = await client.customers.timeline({ params: { id: customer.id } })
    expect(items[0]?.changes).toContainEqual({ label: '客户状态', from: '接触中', to: '意向' })
  })

  test('a phone that another customer has keeps the row out, unless the person allows it', async () => {
    await imported(client, await xlsx([heading, line(331)]))
    const table = await xlsx([heading, line(332, { 联系电话: `1${3_900_000_331}` })])
    expect((await checked(client, table)).counts).toMatchObject({ duplicate: 1, create: 0 })
    expect((await checked(client, table, { allowSamePhone: true })).counts).toMatchObject({
      duplicate: 0,
      create: 1,
    })
  })

  test('上级单位 may stand further down in the file; circles are refused', async () => {
    const headers = [...heading, '上级单位']
    const table = [
      headers,
      [...line(341), '云岭第342供电公司'],
      [...line(342), null],
      [...line(343), '云岭第344供电有限公司'],
      [...line(344), '云岭第343供电公司'],
      [...line(345), '没有这家'],
    ]
    const found = await imported(client, await xlsx(table))
    expect(found.counts).toMatchObject({ create: 2, error: 3 })
    const [listed] = (await client.customers.list({ query: { q: '341供电' } })).items
    const customer = await client.customers.get({ params: { id: listed?.id ?? '' } })
    expect(customer.parent?.name).toBe('云岭第342供电公司')
  })

  test('with errors, all-or-nothing is refused and valid rows alone are taken; the rest comes back as a file', async () => {
    const table = [
      heading,
      line(351),
      line(352, { 联系电话: '没有' }),
      line(353, { 联系人: '=cmd|"/c calc"!A1', 联系电话: '12' }),
    ]
    const { id, version } = await checked(client, csv(table))
    await expect(
      client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version } }),
    ).rejects.toEqual(status(422))
    await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version } })
    expect((await settled(client, id)).counts).toMatchObject({ create: 1, error: 2, customersCreated: 1 })
    const blob = await client.imports.failedRows({ params: { id } })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await blob.arrayBuffer())
    const sheet = workbook.worksheets[0]
    expect(sheet?.getCell('A1').text).toBe('内部资料 亨礼 T009 2026-11-23 08:40')
    expect(sheet?.headerFooter.oddFooter).toContain('内部资料')
    expect(sheet?.getRow(2).values).toEqual([undefined, ...heading, '原因', '原行号'])
    expect(sheet?.getCell('J3').text).toBe('联系电话：请填写联系电话')
    expect(sheet?.getCell('B4').value).toBe(`'=cmd|"/c calc"!A1`)
    const corrected = await client.imports.upload({ form: form(new Uint8Array(await blob.arrayBuffer())) })
    expect(corrected.headerRow).toBe(2)
    expect(corrected.preview.at(-1)?.cells[1]).toBe('=cmd|"/c calc"!A1')
    const trace = await world.services.db
      .selectFrom('auditLog')
      .where('action', '=', 'import.failed_rows_exported')
      .select('detail')
      .executeTakeFirstOrThrow()
    expect(trace.detail).toMatchObject({ rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('somebody enters a customer between check and import: it is not made twice', async () => {
    const { id, version } = await checked(client, await xlsx([heading, line(361), line(362)]))
    await client.customers.create({
      body: {
        name: '云岭第361供电公司',
        contactName: '别人',
        contactPosition: '主任',
        contactPhone: '13811110361',
        regionId: world.regions.yunling,
        status: 'potential',
      },
    })
    await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version } })
    const done = await settled(client, id)
    expect(done.counts).toMatchObject({ create: 1, update: 1, customersCreated: 1 })
  })

  test('a customer of the file that is gone by the time of all-or-nothing: nothing is imported, the rows are checked again', async () => {
    await imported(client, await xlsx([heading, line(371)]))
    const table = [heading, line(371, { 地址: '开源路 1 号' }), line(372)]
    const { id, version } = await checked(client, await xlsx(table))
    await world.services.db
      .updateTable('customers')
      .set({ deletedAt: world.services.clock.now() })
      .where('name', '=', '云岭第371供电公司')
      .execute()
    await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version } })
    const again = await settled(client, id)
    expect(again).toMatchObject({ state: 'checked', counts: { create: 2 } })
    expect(again.failure).toContain('预检之后数据有变化，没有导入任何一行')
    await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version: again.version } })
    expect(await settled(client, id)).toMatchObject({ state: 'done', counts: { customersCreated: 2 } })
  })

  test('somebody enters a customer of the file while all-or-nothing is at work: both come to an end', async () => {
    const { db } = world.services
    const lines = Array.from({ length: 600 }, (_, index) => line(1001 + index))
    const { id, version } = await checked(client, csv([heading, ...lines]))
    const create = {
      contactName: '别人',
      contactPosition: '主任',
      contactPhone: '13811111001',
      status: 'potential' as const,
      regionId: world.regions.yunling,
    }
    const entered = await db.transaction().execute(async (trx) => {
      // The import has written its first chunks, and stops where this row is held.
      await sql`select 1 from import_rows where import_id = ${id} and row_no = 400 for update`.execute(trx)
      await client.imports.run({ params: { id }, body: { mode: 'all_or_nothing', version } })
      await expect.poll(waiting, { timeout: 15_000 }).toBe(1)
      const call = refusal(client.customers.create({ body: { ...create, name: '云岭第1001供电公司' } }))
      await expect.poll(waiting, { timeout: 15_000 }).toBe(2)
      return { call }
    })
    expect(await entered.call).toMatchObject({ status: 409, code: 'duplicate_record' })
    expect(await settled(client, id)).toMatchObject({ state: 'done', counts: { customersCreated: 600 } })
  })
})
