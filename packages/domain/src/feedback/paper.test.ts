import { describe, expect, it } from 'vitest'
import { differencesOf, emptyForm, type FormContent, type WordEntry } from './form.ts'
import { paperForm } from './paper.ts'
import { withPaper } from './paper-merge.ts'
import { type PaperLine, readPaper } from './paper-reading.ts'

const today = '2026-11-23'
const known = (text: string, remark = ''): WordEntry => ({ answer: 'known', text, remark, on: '2026-11-20' })
const filled: FormContent = {
  purchaseProcess: known('使用部门提需求\n物资招标'),
  departmentPolitics: { answer: 'unknown', text: '', remark: '', on: '2026-11-18' },
  projectPlans: known('明年改造调度主站'),
  competitors: {
    answer: 'known',
    on: '2026-11-20',
    lines: [{ competitorId: 'one', name: '南瑞', assessment: '主站强，价高' }],
  },
  server: known('四台', '维保到 2027 年'),
  storage: { answer: 'none', text: '', remark: '', on: '2026-11-20' },
  security: emptyForm.security,
  surveillance: emptyForm.surveillance,
  network: emptyForm.network,
  database: known('达梦'),
  remark: '请信通主任核对过',
}

/** As a workbook gives it back: a block merged over several rows stands in each of them. */
function linesOf(content: FormContent): PaperLine[] {
  let block = { text: '', left: 0 }
  return paperForm('岚汀供电局', content).map((row, index) => {
    const cells = row.map(({ text }) => text)
    const [first] = row
    if (first?.rows) block = { text: first.text, left: first.rows }
    else if (block.left > 0) cells.unshift(block.text)
    block = { ...block, left: block.left - 1 }
    return { no: index + 2, cells }
  })
}

const withCell = (lines: readonly PaperLine[], label: string, column: number, text: string): PaperLine[] =>
  lines.map((line) =>
    line.cells.includes(label)
      ? { ...line, cells: Object.assign([...line.cells], { [column]: text }) }
      : line,
  )

describe('the 附表 on paper (六.3.2)③)', () => {
  it('has its columns in the order and under the words of the regulation', () => {
    const headings = paperForm('岚汀供电局', emptyForm).flatMap((row) =>
      row.filter(({ isHeading }) => isHeading).map(({ text }) => text),
    )
    expect(headings).toEqual([
      '客户名称',
      '客户采购流程',
      '客户各部门政治',
      '最近项目规划',
      '竞争对手状况',
      '名称',
      '竞争对手主要的业务范围及优缺点',
      '客户信息化状况',
      '服务器状况',
      '存储及备份',
      '网络安全',
      '安防工程',
      '网络工程及网络管理',
      '数据库',
      '备注',
    ])
  })

  it('comes back as it went out', () => {
    const paper = readPaper(linesOf(filled), today)
    expect(paper).toMatchObject({ customer: '岚汀供电局', faults: [] })
    expect(paper && withPaper(filled, paper)).toEqual({
      ...filled,
      competitors: { ...filled.competitors, on: null },
    })
  })

  it.each<[string, string, number, string, { label: string; from: string; to: string }[]]>([
    [
      'an answer that was written in',
      '网络安全',
      2,
      '两台防火墙',
      [{ label: '网络安全', from: '', to: '两台防火墙' }],
    ],
    ['a cell that was emptied leaves what is known', '数据库', 2, '', []],
    ['无 without a day', '数据库', 2, '无', [{ label: '数据库', from: '达梦', to: '无' }]],
    [
      '无 with the day of a spreadsheet',
      '网络安全',
      2,
      '无(2026/11/9)',
      [{ label: '网络安全', from: '', to: '无（2026-11-09 周一）' }],
    ],
    ['the same absence without its day', '存储及备份', 2, '无', []],
    ['a name alone keeps what was said', '南瑞', 2, '', []],
  ])('%s', (_, label, column, text, differences) => {
    const paper = readPaper(withCell(linesOf(filled), label, column, text), today)
    expect(paper?.faults).toEqual([])
    expect(paper && differencesOf(filled, withPaper(filled, paper))).toEqual(differences)
  })

  it.each<[string, string, number, string, number, string]>([
    ['a day to come', '网络安全', 2, '无（2026-11-24）', 2, '日期不能晚于今天'],
    ['no day at all', '网络安全', 2, '无（2026-02-30）', 2, '“2026-02-30”不是日期，应写成 2026-11-23'],
    ['a text that is too long', '数据库', 2, '长'.repeat(2001), 2, '数据库不能超过 2000 个字'],
    ['a competitor without a name', '南瑞', 1, '', 1, '请填写竞争对手的名称'],
    ['无 with a remark', '服务器状况', 2, '无', 3, '写了“无”的项没有备注，请写到表末的备注里'],
    ['a column that the 附表 does not have', '最近项目规划', 0, '客户预算', 0, '附表里没有“客户预算”这一栏'],
    ['an item that the block does not have', '数据库', 1, '中间件', 1, '客户信息化状况里没有“中间件”这一项'],
    ['a column that stands twice', '最近项目规划', 0, '客户采购流程', 0, '“客户采购流程”写了两次'],
  ])('%s is said with its cell', (_, label, column, text, faultAt, message) => {
    const paper = readPaper(withCell(linesOf(filled), label, column, text), today)
    expect(paper?.faults).toMatchObject([{ column: faultAt, message }])
  })

  it('is not taken for one when its columns are missing', () => {
    expect(readPaper([{ no: 1, cells: ['客户名称', '联系人'] }], today)).toBeNull()
    expect(readPaper([], today)).toBeNull()
  })
})
