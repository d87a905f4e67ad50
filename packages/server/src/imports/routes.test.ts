import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import {
  checked,
  csv,
  defaults,
  form,
  heading,
  imported,
  line,
  rowsOf,
  settled,
  xlsx,
} from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

const status = (code: number) =>
  expect.objectContaining({ problem: expect.objectContaining({ status: code }) })

describe('预检', () => {
  test('each row says what would happen and why, in the words of the file', async () => {
    const table = [
      heading,
      line(101),
      line(101, { 联系人: '柳青', 联系电话: '１３９０００００１９９' }),
      line(101, { 联系电话: '13900000198' }),
      line(103, { 联系电话: '1390000' }),
      line(104, { 客户状态: '不知道', 片区: '火星' }),
      line(105, { 负责人: '查无此人' }),
      line(106, { 负责人: '韦博' }),
      line(107, { 联系人职位: null }),
      line(108, { 客户名称: null }),
      line(109, { 联系电话: `1${3_900_000_101}` }),
    ]
    const found = await checked(client, await xlsx(table))
    expect(found.state).toBe('checked')
    expect(found.counts).toMatchObject({
      create: 2,
      duplicate: 2,
      error: 6,
      customersCreated: 1,
      contactsCreated: 2,
    })
    expect(await rowsOf(client, found.id)).toEqual([
      { rowNo: 2, outcome: 'create', name: '云岭第101供电公司', reasons: [] },
      {
        rowNo: 3,
        outcome: 'create',
        name: '云岭第101供电公司',
        reasons: ['第 2 行客户的另一位联系人，客户资料以那一行为准'],
      },
      {
        rowNo: 4,
        outcome: 'duplicate',
        name: '云岭第101供电公司',
        reasons: ['与第 2 行是同一家客户的同一位联系人'],
      },
      {
        rowNo: 5,
        outcome: 'error',
        name: '云岭第103供电公司',
        reasons: ['联系电话：“1390000”不是有效号码，应为手机号、带区号的座机（0871-63123456）或 400 号码'],
      },
      {
        rowNo: 6,
        outcome: 'error',
        name: '云岭第104供电公司',
        reasons: ['客户状态：不认识“不知道”，可填：潜在、接触中、意向、项目跟进、已合作、休眠、流失'],
      },
      {
        rowNo: 7,
        outcome: 'error',
        name: '云岭第105供电公司',
        reasons: ['负责人：没有找到“查无此人”，可填本部门在职销售人员的姓名、工号或用户名'],
      },
      {
        rowNo: 8,
        outcome: 'error',
        name: '云岭第106供电公司',
        reasons: ['负责人：韦博不在云岭片区，负责人须是这个片区的高级项目主管或项目主管'],
      },
      { rowNo: 9, outcome: 'error', name: '云岭第107供电公司', reasons: ['联系人职位：请填写联系人职位'] },
      { rowNo: 10, outcome: 'error', name: '', reasons: ['客户名称：请填写客户名称'] },
      {
        rowNo: 11,
        outcome: 'duplicate',
        name: '云岭第109供电公司',
        reasons: ['联系电话：与第 2 行“云岭第101供电公司”的联系人沈知101号码相同，请核对是不是同一家客户'],
      },
    ])
    const errors = await rowsOf(client, found.id, { outcome: 'error', limit: 2 })
    expect(errors.map(({ rowNo }) => rowNo)).toEqual([5, 6])
  })

  test('nothing is written before the import, and the mapping is remembered for the next file with this header', async () => {
    const headers = ['公司', '人', '岗', '号', '状态']
    const table = [headers, ['丘山供电公司', '张丘', '主任', '13800000301', '潜在']]
    const first = await client.imports.upload({ form: form(await xlsx([...table, ['x']])) })
    expect(first.mapping).toEqual(['name', null, null, null, 'status'])
    const mapping = ['name', 'contactName', 'contactPosition', 'contactPhone', 'status'] as const
    await client.imports.check({
      params: { id: first.id },
      body: {
        mapping: [...mapping],
        options: { ...defaults, regionId: world.regions.yunling },
        version: first.version,
      },
    })
    expect((await settled(client, first.id)).counts.create).toBe(1)
    expect((await client.customers.list({ query: { q: '丘山' } })).items).toEqual([])
    const second = await client.imports.upload({ form: form(await xlsx(table)) })
    expect(second.mapping).toEqual(mapping)
    expect(second.remembered).toBe(true)
  })

  test('a mapping without the name, or with one field twice, is refused; so is an outdated one', async () => {
    const { id, version, mapping } = await client.imports.upload({
      form: form(await xlsx([heading, line(1)])),
    })
    const check = (changed: (typeof mapping)[number][], at = version) =>
      client.imports.check({ params: { id }, body: { mapping: changed, options: defaults, version: at } })
    await expect(check(mapping.map((field) => (field === 'name' ? null : field)))).rejects.toEqual(
      status(422),
    )
    await expect(check(mapping.map(() => 'name' as const))).rejects.toEqual(status(422))
    await expect(check(mapping.slice(1))).rejects.toEqual(status(422))
    await expect(check(mapping, version + 1)).rejects.toEqual(status(409))
  })

  test('what stands between the lines of a spreadsheet is understood', async () => {
    const headers = [...heading, '等级', '是否交易', '统一社会信用代码']
    const table = [
      headers,
      [...line(201, { 联系电话: '８７１６３１２３４５６' }), 'A级', '是', null],
      [...line(202, { 联系电话: '1.3800000202E+10' }), '有潜力', '否', null],
      [...line(203, { 联系电话: '1.38E+10' }), null, null, null],
      [...line(204, { 客户状态: '潜在客户', 片区: '云岭', 负责人: 'T005' }), '无', '无', '暂无'],
      [...line(205), 'C', '交易客户', null],
      [...line(206), null, null, '91530000MA00000000'],
    ]
    const found = await checked(client, await xlsx(table))
    const rows = await rowsOf(client, found.id)
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      'create',
      'create',
      'error',
      'create',
      'error',
      'error',
    ])
    expect(rows[0]?.reasons).toEqual(['联系电话：表格丢了区号前的 0，已补为 087163123456'])
    expect(rows[2]?.reasons).toEqual([
      '联系电话：表格把号码变成了“1.38E+10”，后几位已丢失；请把这一列设为文本后重填',
    ])
    expect(rows[4]?.reasons).toEqual(['等级：交易客户只分 A、B 级，不能是 C 级（六.1.1)②）'])
    expect(rows[5]?.reasons).toEqual(['统一社会信用代码：统一社会信用代码不对，请核对 18 位代码'])
  })
})

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
        status: 'potential',
      },
    })
    await client.imports.run({ params: { id }, body: { mode: 'valid_rows', version } })
    const done = await settled(client, id)
    expect(done.counts).toMatchObject({ create: 1, update: 1, customersCreated: 1 })
  })
})

describe('模板', () => {
  test('filled in, it is understood without any correction', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await (await client.imports.template()).arrayBuffer())
    workbook.worksheets[0]?.addRow(['岚山供电公司', '张岚', '主任', '13800000401', '潜在'])
    const found = await client.imports.upload({ form: form(Buffer.from(await workbook.xlsx.writeBuffer())) })
    expect(found.sheetNo).toBe(1)
    expect(found.mapping).not.toContain(null)
    expect(found.totalRows).toBe(1)
  })
})

describe('谁可以导入', () => {
  test('a stranger has to sign in, sales people and the general manager may not, the manager may', async () => {
    const content = await xlsx([heading, line(1)])
    await expect(world.as(null).imports.list()).rejects.toEqual(status(401))
    for (const person of [world.people.pm, world.people.spm, world.people.gm, world.people.adm]) {
      await expect(world.as(person).imports.list()).rejects.toEqual(status(403))
      await expect(world.as(person).imports.upload({ form: form(content) })).rejects.toEqual(status(403))
    }
    expect((await world.as(world.people.dm).imports.upload({ form: form(content) })).state).toBe('mapping')
  })

  test('another division sees, runs, cancels and undoes none of it', async () => {
    const { id, version, mapping } = await client.imports.upload({
      form: form(await xlsx([heading, line(1)])),
    })
    const other = world.as(world.people.dmOther).imports
    const params = { id }
    for (const attempt of [
      () => other.get({ params }),
      () => other.rows({ params }),
      () => other.failedRows({ params }),
      () => other.chooseHeader({ params, body: { sheetNo: 1, headerRow: 1, version } }),
      () => other.check({ params, body: { mapping, options: defaults, version } }),
      () => other.run({ params, body: { mode: 'valid_rows', version } }),
      () => other.cancel({ params }),
      () => other.undo({ params, body: { version } }),
    ])
      await expect(attempt()).rejects.toEqual(status(404))
    expect((await other.list()).items).toEqual([])
    expect((await world.as(world.people.dm).imports.get({ params })).id).toBe(id)
  })
})
