import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { checked, defaults, form, heading, line, rowsOf, settled, xlsx } from './testing/tables.ts'

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

  test('beside each cell stands what will be kept of it, where that differs', async () => {
    const found = await checked(
      client,
      await xlsx([
        heading,
        line(151, { 联系电话: '１３９０００００１５１', 客户状态: '合作中', 负责人: '焦尔' }),
        line(152, { 联系人职位: '无' }),
      ]),
    )
    const { items } = await client.imports.rows({ params: { id: found.id } })
    const keptOf = (row: number) =>
      Object.fromEntries(
        found.headers.flatMap((header, column) => {
          const kept = items[row]?.stored[column] ?? null
          return kept === null ? [] : [[header, kept]]
        }),
      )
    expect(keptOf(0)).toEqual({ 联系电话: '13900000151', 客户状态: '已合作' })
    expect(keptOf(1)).toEqual({ 联系人职位: '' })
  })
})
