import { describe, expect, it } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import { type TripFacts, tripDraft } from './trip-draft.ts'

const nothing: TripFacts = { visits: [], newCustomers: [], gradeChanges: [] }
const visit = (id: string, on: string, time: string) => ({
  id,
  on,
  at: atShanghai(on, time),
  kind: 'visit' as const,
  account: '听涛县供电公司',
  contacts: [],
  result: '看了机房',
  problem: '无',
  nextStep: null,
  nextOn: null,
})

describe('the report of a trip (五.4.2)①)', () => {
  it('is empty when nothing was recorded on the way', () => {
    expect(tripDraft(nothing)).toEqual({ contentLines: [], outcomeLines: [] })
  })

  it('tells 工作内容 day by day, inside a day by the clock, each line with its source', () => {
    const { contentLines } = tripDraft({
      visits: [
        visit('v2', '2026-11-18', '15:00'),
        visit('v3', '2026-11-19', '09:00'),
        visit('v1', '2026-11-18', '09:30'),
      ],
      newCustomers: [
        {
          id: 'c1',
          on: '2026-11-18',
          name: '云澈物资公司',
          contactName: '沈知白',
          contactPosition: '科长',
          status: 'contacting',
        },
      ],
      gradeChanges: [
        { id: 'g1', on: '2026-11-19', account: '听涛县供电公司', from: 'B', to: 'A', reason: '年内立项' },
      ],
    })
    expect(contentLines.map(({ text, ref }) => [text.slice(0, 12), ref?.id])).toEqual([
      ['11-18 周三：拜访听', 'v1'],
      ['11-18 周三：拜访听', 'v2'],
      ['11-18 周三：新客户', 'c1'],
      ['11-19 周四：拜访听', 'v3'],
      ['11-19 周四：客户等', 'g1'],
    ])
  })

  it.each([
    ['a visit without a next step gives none', null, null, []],
    ['a next step with its day', '送样。', '2026-11-27', ['下一步：听涛县供电公司，送样（11-27 前）。']],
    ['a next step without a day', '送样', null, ['下一步：听涛县供电公司，送样。']],
  ])('knows of 下一步计划 what was promised on the way: %s', (_, nextStep, nextOn, texts) => {
    const { outcomeLines } = tripDraft({
      ...nothing,
      visits: [{ ...visit('v1', '2026-11-18', '09:30'), nextStep, nextOn }],
    })
    expect(outcomeLines.map(({ text }) => text)).toEqual(texts)
  })
})
