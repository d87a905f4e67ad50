import { describe, expect, it } from 'vitest'
import { projectStages } from './prescribed.ts'
import { clauseById, clauses, isClauseId } from './regulation-text.ts'

describe('the regulation, clause by clause', () => {
  it.each([
    ['五.1.3)②', '如有特殊原因，则须在第二天上午9点以前填写，否则以没填计；'],
    ['五.4.3)①', '出差期间可以不用在CRM中填写工作日报，出差回来再填写“出差报告”；'],
    ['三.4-c', '考勤员负责于每月3日前将上月部门考勤上报部门负责人，'],
    ['四.1', '主要是周例会：每周一上午09:30开会；'],
    ['六.2.3)②', '必须填写内容：客户名称、联系人、联系人职位、联系电话、客户状态；'],
    ['二.2.2)(11)', '完成电力事业部经理临时交办的其它任务'],
  ] as const)('%s keeps its wording', (id, text) => {
    expect(clauseById(id).text).toBe(text)
  })

  it('names its holes instead of filling them', () => {
    const holes = clauses.filter(({ mark }) => mark)
    expect(holes.map(({ id, mark }) => [id, mark])).toEqual([
      ['二.2.1)(8)', 'missing'],
      ['六.2.1)', 'missing'],
      ['七.2.6)', 'truncated'],
    ])
  })

  it('keeps the typos of the original', () => {
    expect(clauseById('五.2.1)').text).toContain('工作疏露')
    expect(clauseById('六.3.1)④').text).toContain('须好')
  })

  it('stands in the order of the document, and every clause says something', () => {
    const chapters = [...new Set(clauses.map(({ id }) => id.charAt(0)))]
    expect(chapters.join('')).toBe('题一二三四五六七')
    expect(clauses.filter(({ title, text }) => !title && !text)).toEqual([])
    expect(clauses.filter(({ text, title = '' }) => /[,;]/.test(text + title))).toEqual([])
  })

  it('knows which ids exist', () => {
    expect(isClauseId('五.1.3)②')).toBe(true)
    expect(isClauseId('八.1')).toBe(false)
    expect(isClauseId('toString')).toBe(false)
  })

  it('prescribed stages and key points are the words of chapter 七', () => {
    for (const { name, keyPoint, clause } of projectStages) {
      expect(clauseById(clause).text).toContain(name)
      expect(clauseById(clause).text).toContain(keyPoint)
    }
  })
})
