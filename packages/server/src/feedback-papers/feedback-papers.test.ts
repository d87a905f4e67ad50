import { emptyForm, type WordEntry } from '@zhuowei/domain/feedback/form.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter } from '../customers/testing-customers.ts'
import { archive } from '../imports/testing/archive.ts'
import { createWorld, type Person, type World } from '../testing/world.ts'
import { pinForms } from './pin.ts'
import { filledIn } from './testing/filled-in.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

type Format = 'xlsx' | 'docx'
const known = (text: string, remark = ''): WordEntry => ({ answer: 'known', text, remark, on: null })
const refusal = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) })

/** A customer whose form has its first version. */
async function withForm(person: Person) {
  const customer = await enter(world, person)
  await world.as(person).feedback.save({
    params: { id: customer.id },
    body: {
      ...emptyForm,
      purchaseProcess: known('使用部门提需求\n物资招标'),
      server: known('=四台', '维保到 2027 年'),
      storage: { answer: 'none', text: '', remark: '', on: '2026-11-20' },
      competitors: {
        ...{ answer: 'known', on: null },
        lines: [{ competitorId: null, name: '南瑞', assessment: '主站强，价高' }],
      },
      version: 0,
    },
  })
  return customer
}

async function fileOf(person: Person | null, id: string, format: Format = 'xlsx') {
  const file = await world.as(person).feedbackPapers.file({ params: { id }, query: { format } })
  return Buffer.from(await file.arrayBuffer())
}

const upload = (files: Record<string, Buffer>): FormData => {
  const data = new FormData()
  for (const [name, bytes] of Object.entries(files))
    data.append('file', new Blob([new Uint8Array(bytes)]), name)
  return data
}
const check = (person: Person, files: Record<string, Buffer>, customerId?: string) =>
  world.as(person).feedbackPapers.check({ form: upload(files), query: customerId ? { customerId } : {} })

describe('the form as a file (六.3.2)③)', () => {
  test('the workbook has the 附表 in its layout, with who took it', async () => {
    const { pm } = world.people
    const { id, name } = await withForm(pm)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(new Uint8Array(await fileOf(pm, id)).buffer)
    const [sheet] = book.worksheets
    const texts = sheet
      ?.getSheetValues()
      .flatMap((row) => (Array.isArray(row) ? row : []))
      .filter(Boolean)
    expect(texts).toEqual(
      expect.arrayContaining([
        '客户信息反馈表',
        name,
        '竞争对手主要的业务范围及优缺点',
        '=四台',
        '备注：维保到 2027 年',
      ]),
    )
    expect(sheet?.getCell('B2').isMerged).toBe(true)
    expect(sheet?.headerFooter.oddFooter).toContain(`内部资料 ${pm.name}`)
  })

  test.each<[Format]>([['xlsx'], ['docx']])(
    'a %s that comes back as it went out changes nothing',
    async (format) => {
      const { pm } = world.people
      const { id, name } = await withForm(pm)
      const [form] = await check(pm, { [`表.${format}`]: await fileOf(pm, id, format) })
      expect(form).toMatchObject({ customer: { id, name }, changes: [], faults: [], accepts: null })
    },
  )

  test('each file and each print is in the audit with its hash', async () => {
    const { pm, dm } = world.people
    const { id } = await withForm(pm)
    await fileOf(pm, id)
    await world.as(dm).feedbackPapers.print({ params: { id } })
    const rows = await world.services.db
      .selectFrom('auditLog')
      .where('subjectId', '=', id)
      .where('action', 'in', ['feedback.exported', 'feedback.printed'])
      .select(['action', 'actorName', 'detail'])
      .orderBy('id')
      .execute()
    expect(rows).toMatchObject([
      {
        action: 'feedback.exported',
        actorName: pm.name,
        detail: { format: 'xlsx', sha256: expect.any(String) },
      },
      { action: 'feedback.printed', actorName: dm.name, detail: { version: 1 } },
    ])
  })

  test('a stranger, a colleague, another region and another division do not get it', async () => {
    const { pm, pmSameRegion, pmOtherRegion, dmOther } = world.people
    const { id } = await withForm(pm)
    for (const [person, code] of [
      [null, 'not_signed_in'],
      [pmSameRegion, 'forbidden'],
      [pmOtherRegion, 'not_found'],
      [dmOther, 'not_found'],
    ] as const) {
      await expect(fileOf(person, id)).rejects.toEqual(refusal(code))
      await expect(world.as(person).feedbackPapers.print({ params: { id } })).rejects.toEqual(refusal(code))
    }
  })
})

describe('filled-in forms come back (六.3.2)②)', () => {
  test('they are shown as differences, taken in as a version of their file, and once', async () => {
    const { pm } = world.people
    const { id } = await withForm(pm)
    const other = await enter(world, pm)
    const files = {
      '一.xlsx': await filledIn(await fileOf(pm, id), { 数据库: '达梦', 存储及备份: '' }),
      '二.xlsx': await filledIn(await fileOf(pm, other.id), { 最近项目规划: '明年改造调度主站' }),
    }
    const checked = await check(pm, files)
    expect(checked.map(({ changes }) => changes)).toEqual([
      [{ label: '数据库', from: '', to: '达梦' }],
      [{ label: '最近项目规划', from: '', to: '明年改造调度主站' }],
    ])
    const forms = checked.flatMap(({ accepts }) => accepts ?? [])
    expect(await world.as(pm).feedbackPapers.accept({ body: { forms } })).toEqual({ imported: 2 })
    expect(await world.as(pm).feedbackPapers.accept({ body: { forms } })).toEqual({ imported: 0 })
    const [version] = await world.as(pm).feedback.versions({ params: { id } })
    expect(version).toMatchObject({ version: 2, fileName: '一.xlsx', changes: [{ label: '数据库' }] })
    expect((await check(pm, files)).map(({ accepts }) => accepts)).toEqual([null, null])
  })

  test('a form that was changed after the check is not overwritten, and none of the others is taken in', async () => {
    const { pm, oa } = world.people
    const { id } = await withForm(pm)
    const other = await enter(world, pm)
    const checked = await check(pm, {
      '一.xlsx': await filledIn(await fileOf(pm, id), { 数据库: '达梦' }),
      '二.xlsx': await filledIn(await fileOf(pm, other.id), { 备注: '问过' }),
    })
    const { content } = await world.as(oa).feedback.get({ params: { id } })
    await world.as(oa).feedback.save({
      params: { id },
      body: { ...content, network: known('自己做'), version: 1 },
    })
    const forms = checked.flatMap(({ accepts }) => accepts ?? [])
    await expect(world.as(pm).feedbackPapers.accept({ body: { forms } })).rejects.toEqual(
      refusal('version_conflict'),
    )
    expect(await world.as(pm).feedback.versions({ params: { id: other.id } })).toEqual([])
  })

  test('what is wrong is said with its cell, file by file', async () => {
    const { pm } = world.people
    const { id } = await withForm(pm)
    const good = await fileOf(pm, id)
    const checked = await check(pm, {
      '日期.xlsx': await filledIn(good, { 数据库: '无（2027-01-01）' }),
      '别家.xlsx': await filledIn(good, { 客户名称: '没有这家' }),
      '空名.xlsx': await filledIn(good, { 客户名称: '' }),
      '清单.csv': Buffer.from('客户名称,联系人\n岚汀供电局,沈知白'),
      '坏的.xlsx': good.subarray(0, 2000),
      '图片.png': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
      '网页.png': Buffer.from('<!doctype html><title>没有这一页</title>'),
      '坏的.docx': archive({ 'word/document.xml': '<w:document><w:body></w:body></w:document>' }),
      '太大.xlsx': Buffer.alloc(6 * 1024 * 1024, 1),
    })
    const empty = await check(pm, { '空.xlsx': Buffer.alloc(0) })
    expect([...checked, ...empty].map(({ fileName, faults }) => [fileName, ...faults])).toEqual([
      ['日期.xlsx', expect.stringMatching(/^C\d+：日期不能晚于今天$/)],
      ['别家.xlsx', '没有找到客户“没有这家”，名称要和系统里的一样'],
      ['空名.xlsx', '客户名称空着'],
      ['清单.csv', '这不是《客户信息反馈表》，请用导出的表填写'],
      ['坏的.xlsx', '文件不完整或已损坏，请用 Excel 或 WPS 打开后另存为 xlsx 再上传'],
      ['图片.png', '这不是《客户信息反馈表》，请用导出的表填写'],
      ['网页.png', '这不是《客户信息反馈表》，请用导出的表填写'],
      ['坏的.docx', '文件里没有《客户信息反馈表》的表格'],
      ['太大.xlsx', '文件超过 5 MB，不是一份反馈表'],
      ['空.xlsx', '文件是空的'],
    ])
  })

  test('a form of another customer, a second one of the same and one of a colleague are refused', async () => {
    const { pm, pmSameRegion } = world.people
    const { id, name } = await withForm(pm)
    const other = await enter(world, pm)
    const file = await filledIn(await fileOf(pm, id), { 数据库: '达梦' })
    expect(await check(pm, { '一.xlsx': file }, other.id)).toMatchObject([
      { faults: [`这是${name}的表，不是这家客户的`], accepts: null },
    ])
    expect(await check(pm, { '一.xlsx': file, '二.xlsx': file })).toMatchObject([
      { faults: [] },
      { faults: [`${name}的表已经在“一.xlsx”里，请只留一份`], accepts: null },
    ])
    expect(await check(pmSameRegion, { '一.xlsx': file })).toMatchObject([
      { faults: [`${name}由${pm.name}负责，您不能改它的反馈表`], accepts: null },
    ])
  })

  test('nobody takes in a form that he may not change, nor without a file', async () => {
    const { pm, pmSameRegion, gm } = world.people
    const { id } = await withForm(pm)
    const [checked] = await check(pm, { '一.xlsx': await filledIn(await fileOf(pm, id), { 数据库: '达梦' }) })
    const forms = checked?.accepts ? [checked.accepts] : []
    for (const person of [pmSameRegion, gm]) {
      await expect(world.as(person).feedbackPapers.accept({ body: { forms } })).rejects.toEqual(
        refusal('forbidden'),
      )
    }
    await expect(check(pm, {})).rejects.toEqual(refusal('invalid_input'))
    await expect(check(gm, { '一.xlsx': Buffer.from('') })).rejects.toEqual(refusal('forbidden'))
  })
})

describe('the current version is an attachment of the customer (六.3.2)①)', () => {
  test('the job pins it once, and the next version takes its place', async () => {
    const { pm } = world.people
    const { id } = await withForm(pm)
    const pinned = async () => {
      for (let run = 0; run < 5; run += 1) await pinForms(world.services)
      const { items } = await world
        .as(pm)
        .attachments.list({ query: { subjectType: 'customer', subjectId: id } })
      return items.map((one) => [one.name, one.pinned, one.createdBy.name])
    }
    expect(await pinned()).toEqual([['客户信息反馈表（第 1 版）.xlsx', true, pm.name]])
    const { content } = await world.as(pm).feedback.get({ params: { id } })
    await world.as(world.people.oa).feedback.save({
      params: { id },
      body: { ...content, network: known('自己做'), version: 1 },
    })
    await Promise.all([pinned(), pinned()])
    expect(await pinned()).toEqual([['客户信息反馈表（第 2 版）.xlsx', true, world.people.oa.name]])
  })
})
