import { describe, expect, it } from 'vitest'
import type { ItCategory } from '../background/fact.ts'
import { emptyForm, type FormContent, type WordItem } from './form.ts'
import { offeredFacts } from './offered.ts'

const visit = { id: 'visit', on: '2026-11-20' }
const later = { id: 'later', on: '2026-11-23' }
const said = (item: WordItem, text: string, before: FormContent = emptyForm): FormContent => ({
  ...before,
  [item]: { answer: 'known', text, remark: '', on: '2026-11-20' },
})
const met = (...names: string[]): FormContent => ({
  ...emptyForm,
  competitors: {
    answer: 'known',
    on: '2026-11-20',
    lines: names.map((name) => ({ competitorId: name, name, assessment: '服务靠外包' })),
  },
})
const fact = (more: object) => ({
  ...({ kind: 'it', category: null, brand: null, confirmedOn: '2026-11-20' } as const),
  ...more,
})
const offered = (
  versions: Parameters<typeof offeredFacts>[0],
  facts: Parameters<typeof offeredFacts>[1] = [],
) => offeredFacts(versions, facts)

describe('what a visit learned is offered to 背景资料 (G22, 六.3.1)①②⑤)', () => {
  it.each<[WordItem, string, ItCategory | null]>([
    ['server', 'it', 'server'],
    ['storage', 'it', 'storage'],
    ['database', 'it', 'database'],
    ['security', 'it', 'network_security'],
    ['network', 'it', null],
    ['surveillance', 'it', null],
    ['departmentPolitics', 'department', null],
    ['projectPlans', 'plan', null],
  ])('%s as %s under %s', (item, kind, category) => {
    expect(offered([{ content: said(item, '两台'), visit }])).toMatchObject([
      { kind, category, text: '两台', learnedOn: '2026-11-20', activityId: 'visit', brand: null },
    ])
  })

  it('客户采购流程 has no place there', () => {
    expect(offered([{ content: said('purchaseProcess', '询价'), visit }])).toEqual([])
  })

  it('a competitor as a product of that brand, each by itself', () => {
    const facts = [fact({ kind: 'product', brand: '北辰联创' })]
    expect(offered([{ content: met('北辰联创', '远岫智能'), visit }], facts)).toMatchObject([
      { kind: 'product', brand: '远岫智能', text: '服务靠外包', label: '竞争对手状况' },
    ])
  })

  it('what was typed into the form, or reads otherwise since, is not the visit’s', () => {
    const first = said('storage', '两台')
    expect(offered([{ content: first, visit: null }])).toEqual([])
    expect(
      offered([
        { content: first, visit },
        { content: said('storage', '三台'), visit: null },
      ]),
    ).toEqual([])
    expect(
      offered([
        { content: first, visit },
        { content: emptyForm, visit: null },
      ]),
    ).toEqual([])
    expect(offered([])).toEqual([])
  })

  it('it stays the visit’s when another item changes, and becomes that of a later visit that says more', () => {
    const first = said('storage', '两台')
    const other = { content: said('server', '一体机', first), visit: null }
    expect(offered([{ content: first, visit }, other])).toMatchObject([{ activityId: 'visit' }])
    const more = { content: said('storage', '三台'), visit: later }
    expect(offered([{ content: first, visit }, more])).toMatchObject([
      { activityId: 'later', learnedOn: '2026-11-23', text: '三台' },
    ])
  })

  it.each([
    ['of the same day', fact({ category: 'storage' }), 0],
    ['of the day before', fact({ category: 'storage', confirmedOn: '2026-11-19' }), 1],
    ['under another heading', fact({ category: 'server' }), 1],
    ['under no heading', fact({ category: 'other' }), 1],
    ['of another kind', fact({ kind: 'plan' }), 1],
  ])('a fact %s leaves %s of it', (_, held, left) => {
    expect(offered([{ content: said('storage', '两台'), visit }], [held])).toHaveLength(left)
  })

  it('one of the two headings of a row is enough', () => {
    const held = fact({ category: 'network_engineering' })
    expect(offered([{ content: said('network', '自建环网'), visit }], [held])).toEqual([])
  })
})
