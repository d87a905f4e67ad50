import { describe, expect, it } from 'vitest'
import { besidePromises, type Happening } from './promises.ts'

const happened = (id: string, on: string, customer: Happening['customer']): Happening => ({
  text: `拜访${customer?.name ?? '他人'}`,
  ref: { type: 'visit', id },
  on,
  customer,
})
const tingtao = { id: 'c1', name: '听涛县供电公司' }
const yunche = { id: 'c2', name: '云澈物资公司' }

const ids = (happenings: readonly Happening[]) => happenings.map(({ ref }) => ref?.id)

describe('what was promised beside what happened (五.2.3)②)', () => {
  it.each([
    ['by the customer of its source', { text: '送样', customerId: 'c1' }, ['v1']],
    [
      'by the name in its words when it was typed by hand',
      { text: '去云澈物资公司核对清单', customerId: null },
      ['v2'],
    ],
    [
      'never by the name when the source says another customer',
      { text: '与云澈物资公司对比', customerId: 'c1' },
      ['v1'],
    ],
    ['not at all when nothing names a customer', { text: '写方案', customerId: null }, []],
    ['not at all when nothing happened there', { text: '送样', customerId: 'c9' }, []],
  ])('finds an item %s', (_, item, found) => {
    const { beside } = besidePromises(
      [item],
      [happened('v1', '2026-11-17', tingtao), happened('v2', '2026-11-18', yunche)],
    )
    expect(ids(beside[0] ?? [])).toEqual(found)
  })

  it('tells in the order of the days, and keeps what no item promised apart', () => {
    const { beside, rest } = besidePromises(
      [{ text: '送样', customerId: 'c1' }],
      [
        happened('v3', '2026-11-19', tingtao),
        happened('v2', '2026-11-18', yunche),
        happened('v1', '2026-11-16', tingtao),
        happened('v4', '2026-11-17', null),
      ],
    )
    expect(beside.map(ids)).toEqual([['v1', 'v3']])
    expect(ids(rest)).toEqual(['v4', 'v2'])
  })

  it('lets one visit keep two promises to the same customer', () => {
    const promised = [
      { text: '送样', customerId: 'c1' },
      { text: '约温如故', customerId: 'c1' },
    ]
    const { beside, rest } = besidePromises(promised, [happened('v1', '2026-11-16', tingtao)])
    expect(beside.map(ids)).toEqual([['v1'], ['v1']])
    expect(rest).toEqual([])
  })
})
