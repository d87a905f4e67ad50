import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorld, type World } from '../testing/world.ts'
import { archive } from './testing/archive.ts'
import { csv, form, heading, line, xlsx } from './testing/tables.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const upload = (content: string | Uint8Array, fileName?: string) =>
  world.as(world.people.oa).imports.upload({ form: form(content, fileName) })

const refused = (message: string) =>
  expect.objectContaining({
    problem: expect.objectContaining({
      errors: [{ path: 'file', message: expect.stringContaining(message) }],
    }),
  })

const table = [heading, line(1), line(2)]

describe('text files', () => {
  test.each([
    ['UTF-8', Buffer.from(csv(table))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv(table)}`)],
    ['GBK', iconv.encode(csv(table), 'gbk')],
    ['GB18030', iconv.encode(csv([heading, line(1, { 地址: '𠮷祥路 1 号' })]), 'gb18030')],
    ['UTF-16 as Excel writes it', iconv.encode(csv(table, '\t'), 'utf16le', { addBOM: true })],
    ['semicolons', Buffer.from(csv(table, ';'))],
    ['tabs', Buffer.from(csv(table, '\t'))],
  ])('%s are read and their columns recognised', async (_, content) => {
    const found = await upload(content, '客户.csv')
    expect(found.headers).toEqual(heading)
    expect(found.mapping).toEqual([
      'name',
      'contactName',
      'contactPosition',
      'contactPhone',
      'status',
      'region',
      'owner',
      'city',
      'address',
    ])
    expect(found.preview[1]?.cells[0]).toBe('云岭第1供电公司')
  })

  test('quotation marks hold delimiters and line breaks together, and spreadsheet escapes are taken off', async () => {
    const content = `客户名称,联系人,地址,联系电话\n"云岭,供电","沈""知白","岚汀市\n开源路","=""0871-63123456"""\n`
    const found = await upload(content)
    expect(found.preview[1]?.cells).toEqual(['云岭,供电', '沈"知白', '岚汀市\n开源路', '0871-63123456'])
  })

  test('a file name in Chinese arrives as it was', async () => {
    expect((await upload(csv(table), '2026年客户清单（终稿）.csv')).fileName).toBe(
      '2026年客户清单（终稿）.csv',
    )
  })
})

describe('workbooks', () => {
  test('title, unit and blank lines above the header in line 7 are ignored, and so are blank rows below', async () => {
    const lines = [
      ['电力事业部客户清单'],
      [],
      ['制表：综合管理'],
      [],
      ['2026 年'],
      [],
      heading,
      line(1),
      [],
      [],
      line(2),
    ]
    const found = await upload(await xlsx(lines))
    expect(found.headerRow).toBe(7)
    expect(found.totalRows).toBe(2)
  })

  test('a block merged over several rows gives each of them its value; rows empty otherwise stay empty', async () => {
    const content = await xlsx(
      [heading, line(1), line(2, { 客户名称: null }), line(3, { 客户名称: null }), [null]],
      (sheet) => {
        sheet.mergeCells('A2:A5')
      },
    )
    const found = await upload(content)
    expect(found.totalRows).toBe(3)
    expect(found.preview.slice(1).map((row) => row.cells[0])).toEqual(Array(3).fill('云岭第1供电公司'))
  })

  test('a header in two lines with merged cells is read from the lower one', async () => {
    const content = await xlsx(
      [
        ['客户名称', '联系人信息', null, null, '客户状态'],
        [null, '姓名', '职务', '手机', null],
        ['云岭供电公司', '沈知白', '主任', '13900000001', '接触中'],
      ],
      (sheet) => {
        sheet.mergeCells('A1:A2')
        sheet.mergeCells('B1:D1')
        sheet.mergeCells('E1:E2')
      },
    )
    const found = await upload(content)
    expect(found.headerRow).toBe(2)
    expect(found.mapping).toEqual(['name', 'contactName', 'contactPosition', 'contactPhone', 'status'])
  })

  test('formulas give their result, dates their day, long numbers all their digits, rich text its text', async () => {
    const content = await xlsx([['客户名称', '联系人', '联系电话', '备注', '来源']], (sheet) => {
      sheet.addRow(['甲', '乙', 13800138000, new Date('2026-11-23T00:00:00Z'), null])
      sheet.getCell('A2').value = { richText: [{ text: '云岭' }, { text: '供电公司', font: { bold: true } }] }
      sheet.getCell('E2').value = { formula: '"展"&"会"', result: '展会' }
    })
    const found = await upload(content)
    expect(found.preview[1]?.cells).toEqual(['云岭供电公司', '乙', '13800138000', '2026-11-23', '展会'])
  })

  test('of several sheets the one that looks like a list is chosen, hidden ones are left out, others can be chosen', async () => {
    const content = await xlsx([['说明'], ['请按格式填写']], (sheet) => {
      const list = sheet.workbook.addWorksheet('清单')
      for (const cells of [heading, line(1)]) list.addRow(cells)
      const hidden = sheet.workbook.addWorksheet('旧清单', { state: 'hidden' })
      for (const cells of [heading, line(2)]) hidden.addRow(cells)
    })
    const client = world.as(world.people.oa)
    const found = await upload(content)
    expect(found.sheets.map(({ name }) => name)).toEqual(['客户', '清单'])
    expect(found.sheetNo).toBe(2)
    const chosen = await client.imports.chooseHeader({
      params: { id: found.id },
      body: { sheetNo: 1, headerRow: 1, version: found.version },
    })
    expect(chosen.headers).toEqual(['说明'])
  })
})

test('a workbook of another program, without cell addresses and with prefixed names, is read too', async () => {
  const found = await upload(workbookWith(sheetXml([heading, line(1)])))
  expect(found.headers).toEqual(heading)
  expect(found.preview[1]?.cells[0]).toBe('云岭第1供电公司')
})

const workbookWith = (sheet: string | Buffer, more: Record<string, string> = {}) =>
  archive({
    'xl/workbook.xml': workbookXml('甲'),
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="/xl/list.xml"/></Relationships>',
    'xl/list.xml': sheet,
    ...more,
  })
const workbookXml = (...names: string[]) => {
  const sheets = names.map((name) => `<x:sheet name="${name}" sheetId="1" d3p1:id="a"/>`)
  return `<x:workbook><x:sheets>${sheets.join('')}</x:sheets></x:workbook>`
}
const sheetXml = (lines: readonly (readonly unknown[])[]) => {
  const cell = (value: unknown) => `<x:c t="inlineStr"><x:is><x:t>${value ?? ''}</x:t></x:is></x:c>`
  const rows = lines.map((cells) => `<x:row>${cells.map(cell).join('')}</x:row>`)
  return `<x:worksheet><x:sheetData>${rows.join('')}</x:sheetData></x:worksheet>`
}

describe('files that cannot be read say why', () => {
  const garbage = Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256))
  test.each([
    ['an empty file', Buffer.alloc(0), '文件是空的'],
    ['bytes without meaning', garbage, '无法识别'],
    ['an old .xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), '另存为'],
    [
      'a page that only calls itself .xls',
      Buffer.from('<html><table><tr><td>客户</td></tr></table>'),
      '另存为',
    ],
    ['half of a workbook', Buffer.from('504b0304140000000800', 'hex'), '损坏'],
    [
      'a quotation mark that is never closed',
      Buffer.from(`客户名称,联系人\n"${'很长'.repeat(2_000_000)}`),
      '引号',
    ],
  ])('%s', async (_, content, message) => {
    await expect(upload(content)).rejects.toEqual(refused(message))
  })

  test('a document that is no workbook', async () => {
    await expect(upload(archive({ 'word/document.xml': '<w/>' }))).rejects.toEqual(
      refused('不是 Excel 工作簿'),
    )
  })

  test('a workbook made to unpack without end, or with one cell that fills the memory', async () => {
    const endless = workbookWith(Buffer.alloc(310 * 1024 * 1024, '<row></row>'))
    expect(endless.length).toBeLessThan(4_000_000)
    await expect(upload(endless)).rejects.toEqual(refused('解压后太大'))
    await expect(upload(workbookWith(`<a>${' '.repeat(30_000_000)}</a>`))).rejects.toEqual(
      refused('一格内容太长'),
    )
  })

  test('a small workbook whose cells all show one long text, on two sheets that together are too much', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`
    const content = workbookWith(`<worksheet><sheetData>${row.repeat(40)}</sheetData></worksheet>`, {
      'xl/workbook.xml': workbookXml('甲', '乙'),
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(5000)}</t></si></sst>`,
    })
    expect(content.length).toBeLessThan(100_000)
    await expect(upload(content)).rejects.toEqual(refused('文件里的文字太多，请拆成几个文件分批导入'))
  }, 60_000)

  test.each([
    [2000, true],
    [2001, false],
  ])('%s merged blocks lying over each other are read: %s', async (count, read) => {
    const merges = '<x:mergeCell ref="A2:A9"/>'.repeat(count)
    const sheet = sheetXml([heading, line(1), line(2)]).replace(
      '</x:worksheet>',
      `<x:mergeCells>${merges}</x:mergeCells></x:worksheet>`,
    )
    const uploaded = upload(workbookWith(sheet))
    if (read) expect((await uploaded).totalRows).toBe(2)
    else await expect(uploaded).rejects.toEqual(refused('合并的单元格太多'))
  })

  test('more merged blocks than are read are refused, not left out in silence', async () => {
    const merges = Array.from(
      { length: 100_001 },
      (_, at) => `<mergeCell ref="A${2 * at + 2}:A${2 * at + 3}"/>`,
    )
    const sheet = `${sheetXml([heading, line(1)])}<mergeCells>${merges.join('')}</mergeCells>`
    await expect(upload(workbookWith(sheet))).rejects.toEqual(refused('合并的单元格太多'))
  })

  test('a file over 30 MB, a request without a file, a request that is no upload', async () => {
    await expect(upload(Buffer.alloc(31 * 1024 * 1024, 65))).rejects.toMatchObject({
      problem: { status: 413 },
    })
    await expect(world.as(world.people.oa).imports.upload({ form: new FormData() })).rejects.toMatchObject({
      problem: { status: 422 },
    })
    const response = await world.app.inject({
      method: 'POST',
      url: '/api/imports',
      headers: { cookie: await world.cookieOf(world.people.oa), 'content-type': 'application/json' },
      payload: '{}',
    })
    expect(response.statusCode).toBe(415)
  })

  test('nothing of a refused file stays behind', async () => {
    const before = await world.as(world.people.oa).imports.list()
    await expect(upload('')).rejects.toThrow()
    expect(await world.as(world.people.oa).imports.list()).toEqual(before)
  })
})
