import { describe, expect, it } from 'vitest'
import { type ItCategory, itCategories } from '../background/fact.ts'
import { knownFromBackground } from './known.ts'

type Fact = Parameters<typeof knownFromBackground>[0][number]

const fact = (more: Partial<Fact>): Fact => ({
  kind: 'it',
  category: null,
  ...{ name: null, brand: null, model: null, quantity: null, year: null, maintenanceEndsOn: null },
  ...{ replacement: null, period: null, budgetFen: null, keyItems: null },
  confirmedOn: '2026-11-20',
  stale: false,
  ...more,
})
const words = (...facts: Fact[]) => knownFromBackground(facts).map(({ item, text }) => [item, text])

describe('背景资料 in the words of the 反馈表 (G22, 六.3.1)②⑤)', () => {
  it.each<[ItCategory, string | undefined, string | undefined]>([
    ['server', 'server', '华为'],
    ['storage', 'storage', '华为'],
    ['database', 'database', '华为'],
    ['network_security', 'security', '华为'],
    ['network_planning', 'network', '网络规划：华为'],
    ['network_engineering', 'network', '网络工程：华为'],
    ['video_conference', 'surveillance', '视频会议：华为'],
    ['surveillance', 'surveillance', '监控：华为'],
    ['other', undefined, undefined],
  ])('%s stands in the row %s', (category, item, text) => {
    const [[foundItem, foundText] = []] = words(fact({ category, brand: '华为' }))
    expect([foundItem, foundText]).toEqual([item, text])
  })

  it('there is a row, or none on purpose, for every heading', () => {
    expect(itCategories).toHaveLength(9)
  })

  it.each<[string, Partial<Fact>, string]>([
    ['a brand alone', { brand: '浪潮' }, '浪潮'],
    [
      'everything that is known of equipment',
      {
        ...{ brand: '浪潮', model: 'NF5280M6', quantity: 1200, year: 2021 },
        ...{ maintenanceEndsOn: '2027-02-21', replacement: '明年换国产' },
      },
      '浪潮 NF5280M6，数量 1,200，2021 年投运，维保到 2027-02-21，打算：明年换国产',
    ],
    [
      'not confirmed for long',
      { brand: '浪潮', stale: true, confirmedOn: '2026-05-26' },
      '浪潮（2026-05-26 的情况，待核实）',
    ],
  ])('%s', (_, more, text) => {
    expect(words(fact({ category: 'server', ...more }))).toEqual([['server', text]])
  })

  it('plans go to 最近项目规划, with their budget in 万元', () => {
    const plan = fact({ kind: 'plan', name: '配网三年规划', period: '2026–2028', budgetFen: 320_500_000 })
    expect(words({ ...plan, keyItems: '两地三中心' })).toEqual([
      ['projectPlans', '配网三年规划，2026–2028，预算 320.5 万元，两地三中心'],
    ])
  })

  it('departments and products in use have no row of their own', () => {
    expect(words(fact({ kind: 'department', name: '信通公司' }), fact({ kind: 'product' }))).toEqual([])
  })

  it('two facts of one row stand together, in the order of the 附表, and one aged fact marks the row', () => {
    const known = knownFromBackground([
      fact({ category: 'database', brand: '达梦' }),
      fact({ category: 'video_conference', brand: '科达', stale: true, confirmedOn: '2026-01-05' }),
      fact({ category: 'surveillance', brand: '海康', quantity: 40 }),
    ])
    expect(known).toEqual([
      {
        item: 'surveillance',
        text: '视频会议：科达（2026-01-05 的情况，待核实）；监控：海康，数量 40',
        stale: true,
      },
      { item: 'database', text: '达梦', stale: false },
    ])
  })

  it('what is too long for a box of the form is cut', () => {
    const [[, text = ''] = []] = words(fact({ kind: 'plan', name: '规划', keyItems: '长'.repeat(2000) }))
    expect([text.length, text.at(-1)]).toEqual([1000, '…'])
  })
})
