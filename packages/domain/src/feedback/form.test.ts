import { describe, expect, it } from 'vitest'
import {
  completenessOf,
  differencesOf,
  emptyForm,
  entryText,
  type FormContent,
  formItemLabel,
  formItems,
  isAnswered,
  type WordEntry,
} from './form.ts'

const known = (text: string): WordEntry => ({ answer: 'known', text, remark: '', on: '2026-11-20' })
const full = Object.fromEntries(formItems.map((item) => [item, known('有')])) as unknown as FormContent // every word item below

describe('the ten items of the 附表 (六.3.2)③)', () => {
  it('stand in its order', () => {
    expect(Object.values(formItemLabel)).toEqual([
      '客户采购流程',
      '客户各部门政治',
      '最近项目规划',
      '竞争对手状况',
      '服务器状况',
      '存储及备份',
      '网络安全',
      '安防工程',
      '网络工程及网络管理',
      '数据库',
    ])
  })
})

describe('an item counts ten per cent (六.3.2)②)', () => {
  it.each<[string, Partial<WordEntry>, boolean]>([
    ['never filled', {}, false],
    ['written', { answer: 'known', text: '两台小型机', on: '2026-11-20' }, true],
    ['written with spaces only', { answer: 'known', text: '  ', on: '2026-11-20' }, false],
    ['无 with its day', { answer: 'none', on: '2026-11-20' }, true],
    ['无 without a day', { answer: 'none' }, false],
    ['未知 with its day', { answer: 'unknown', on: '2026-11-20' }, false],
    ['a remark alone', { remark: '下次问' }, false],
  ])('%s', (_, entry, counts) => {
    const content = { ...emptyForm, server: { ...emptyForm.server, ...entry } }
    expect(isAnswered(content, 'server')).toBe(counts)
    expect(completenessOf(content)).toBe(counts ? 10 : 0)
  })

  it.each<[string, [string, string][], boolean]>([
    ['a competitor with both cells', [['南瑞', '主站强，价高']], true],
    ['a name alone', [['南瑞', '']], false],
    ['an assessment alone', [['', '价高']], false],
    [
      'one of two with both cells',
      [
        ['南瑞', ''],
        ['东方', '服务好'],
      ],
      true,
    ],
    ['no line', [], false],
  ])('competitors: %s', (_, lines, counts) => {
    const competitors = {
      answer: 'known' as const,
      on: '2026-11-20',
      lines: lines.map(([name, assessment]) => ({ competitorId: null, name, assessment })),
    }
    expect(isAnswered({ ...emptyForm, competitors }, 'competitors')).toBe(counts)
  })

  it('a whole form has a hundred', () => {
    const lines = [{ competitorId: null, name: '南瑞', assessment: '主站强' }]
    const content = {
      ...full,
      competitors: { answer: 'known' as const, lines, on: '2026-11-20' },
      remark: '',
    }
    expect(completenessOf(content)).toBe(100)
    expect(completenessOf(emptyForm)).toBe(0)
  })
})

describe('differences between two versions', () => {
  it('names the items that changed, as they read', () => {
    const before = { ...emptyForm, server: known('两台') }
    const after = {
      ...before,
      server: { ...known('四台'), remark: '2025 年扩容' },
      database: { ...emptyForm.database, answer: 'none' as const, on: '2026-11-20' },
      remark: '陪同调研',
    }
    expect(differencesOf(before, after)).toEqual([
      { label: '服务器状况', from: '两台', to: '四台（备注：2025 年扩容）' },
      { label: '数据库', from: '', to: '无（2026-11-20 周五）' },
      { label: '备注', from: '', to: '陪同调研' },
    ])
    expect(differencesOf(before, before)).toEqual([])
  })

  it('reads competitors one after another', () => {
    const lines = [
      { competitorId: null, name: '南瑞', assessment: '主站强' },
      { competitorId: null, name: '东方', assessment: '服务好' },
    ]
    const content = { ...emptyForm, competitors: { answer: 'known' as const, lines, on: null } }
    expect(entryText(content, 'competitors')).toBe('南瑞：主站强；东方：服务好')
  })
})
