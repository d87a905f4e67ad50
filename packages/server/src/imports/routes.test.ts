import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { forgetOldRows } from './retention.ts'
import { checked, defaults, form, heading, line, xlsx } from './testing/tables.ts'

let world: World
let client: ReturnType<World['as']>
beforeAll(async () => {
  world = await createWorld()
  client = world.as(world.people.oa)
})
afterAll(() => world.close())

const status = (code: number) =>
  expect.objectContaining({ problem: expect.objectContaining({ status: code }) })

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

describe('只有表头的文件', () => {
  test('is refused at the upload, and does not stay behind in the list', async () => {
    for (const content of [await xlsx([heading]), '客户名称,联系人,联系电话\r\n'])
      await expect(client.imports.upload({ form: form(content) })).rejects.toMatchObject({
        problem: { errors: [{ message: expect.stringContaining('只有表头') }] },
      })
    expect((await client.imports.list()).items.filter(({ totalRows }) => totalRows === 0)).toEqual([])
  })

  test('a header line chosen below the last customer is not checked', async () => {
    const { id, version } = await client.imports.upload({ form: form(await xlsx([heading, line(9)])) })
    const chosen = await client.imports.chooseHeader({
      params: { id },
      body: { sheetNo: 1, headerRow: 2, version },
    })
    const mapping = chosen.headers.map((_, column) => (column === 0 ? 'name' : null) as 'name' | null)
    await expect(
      client.imports.check({ params: { id }, body: { mapping, options: defaults, version: chosen.version } }),
    ).rejects.toMatchObject({ problem: { errors: [{ path: 'headerRow' }] } })
  })
})

describe('没有做完的导入', () => {
  test('given up in the list, it leaves the list; nothing of its rows can be run', async () => {
    const { id } = await client.imports.upload({ form: form(await xlsx([heading, line(21)])) })
    await client.imports.cancel({ params: { id } })
    expect((await client.imports.list()).items.map((one) => one.id)).not.toContain(id)
  })

  test('a file nobody settled goes after a day, a dry run after a week', async () => {
    const laidAside = await client.imports.upload({ form: form(await xlsx([heading, line(22)])) })
    const dryRun = await checked(client, await xlsx([heading, line(23)]))
    const listed = async () => {
      await forgetOldRows(world.services)
      const { items } = await client.imports.list()
      return [laidAside.id, dryRun.id].map((id) => items.some((one) => one.id === id))
    }
    expect(await listed()).toEqual([true, true])
    world.setNow(new Date(world.services.clock.now().getTime() + 25 * 60 * 60 * 1000).toISOString())
    expect(await listed()).toEqual([false, true])
    world.setNow(new Date(world.services.clock.now().getTime() + 7 * 24 * 60 * 60 * 1000).toISOString())
    expect(await listed()).toEqual([false, false])
  })
})
