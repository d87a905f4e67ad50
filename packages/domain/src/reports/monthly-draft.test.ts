import { describe, expect, it } from 'vitest'
import { type MonthFacts, type MonthWeek, monthlyDraft } from './monthly-draft.ts'

const nothing: MonthFacts = {
  contacts: [],
  newCustomers: [],
  gradeChanges: [],
  weeks: [],
  dailies: { due: 0, onTime: 0, excused: 0 },
}
const week = (number: number, change: Partial<MonthWeek> = {}): MonthWeek => ({
  id: `w${number}`,
  key: `2026-W${number}`,
  label: `第${number}周`,
  plan: [],
  result: [],
  issue: null,
  ...change,
})
const figuresOf = (facts: Partial<MonthFacts>) =>
  monthlyDraft({ ...nothing, ...facts }).figures.map(({ text }) => text)

describe('what the month offers to its report (五.3.2)①)', () => {
  it('is nothing when nothing happened', () => {
    expect(monthlyDraft(nothing)).toEqual({
      figures: [],
      events: [],
      weeks: [],
      problems: [],
      unfinished: [],
    })
  })

  it('counts visits by grade and the other contacts by kind', () => {
    expect(
      figuresOf({
        contacts: [
          { grade: 'A', kind: 'visit', count: 8 },
          { grade: 'C', kind: 'visit', count: 5 },
          { grade: 'A', kind: 'call', count: 3 },
          { grade: 'B', kind: 'call', count: 4 },
          { grade: 'B', kind: 'proposal', count: 1 },
        ],
      }),
    ).toEqual(['拜访 13 次：A 级 8 次，C 级 5 次。', '电话 7 次，方案汇报 1 次。'])
  })

  it.each([
    ['no report was owed', { due: 0, onTime: 0, excused: 0 }, []],
    ['all came in time', { due: 21, onTime: 21, excused: 0 }, ['日报应填 21 份，按时 21 份。']],
    [
      'one had a special reason',
      { due: 21, onTime: 20, excused: 1 },
      ['日报应填 21 份，按时 20 份，特殊原因 1 份。'],
    ],
    [
      'one is missing',
      { due: 21, onTime: 19, excused: 1 },
      ['日报应填 21 份，按时 19 份，特殊原因 1 份，未填 1 份。'],
    ],
  ])('counts the daily reports when %s', (_, dailies, texts) => {
    expect(figuresOf({ dailies })).toEqual(texts)
  })

  it('puts plan and done of each week side by side, in the order of the weeks, and links to the week', () => {
    const plan = [
      { text: '送样', done: true },
      { text: '写方案', done: false },
      { text: '约专家', done: null },
    ]
    const { figures } = monthlyDraft({
      ...nothing,
      weeks: [week(47, { plan }), week(46, { plan: plan.slice(0, 1) }), week(45)],
    })
    expect(figures).toEqual([
      { text: '第46周计划 1 项，完成 1 项。', ref: { type: 'report', id: 'w46' } },
      { text: '第47周计划 3 项，完成 1 项，未完成 2 项。', ref: { type: 'report', id: 'w47' } },
    ])
  })

  it('offers the weeks’ own words, each line with the source that it had', () => {
    const result = [
      { text: '样品已送', ref: { type: 'visit' as const, id: 'v1' } },
      { text: '方案写了一半', ref: null },
    ]
    expect(monthlyDraft({ ...nothing, weeks: [week(47, { result })] }).weeks).toEqual([
      {
        label: '第47周',
        lines: [
          { text: '样品已送', ref: { type: 'visit', id: 'v1' } },
          { text: '方案写了一半', ref: { type: 'report', id: 'w47' } },
        ],
      },
    ])
  })

  it('offers each week’s problem in one line to 工作中存在问题, and what the last week left to 下月工作重点', () => {
    const { problems, unfinished } = monthlyDraft({
      ...nothing,
      weeks: [
        week(46, { issue: ' 预算未批\n 等总经理 ', plan: [{ text: '旧事', done: false }] }),
        week(47, {
          issue: ' ',
          plan: [
            { text: '写方案', done: false },
            { text: '送样', done: true },
          ],
        }),
      ],
    })
    expect(problems).toEqual([{ text: '第46周：预算未批；等总经理', ref: { type: 'report', id: 'w46' } }])
    expect(unfinished).toEqual([{ text: '写方案', ref: { type: 'report', id: 'w47' } }])
  })

  it('tells new customers and changes of grade one by one (六.1.2)②)', () => {
    const { events } = monthlyDraft({
      ...nothing,
      newCustomers: [
        {
          id: 'c1',
          name: '云澈物资公司',
          contactName: '沈知白',
          contactPosition: '科长',
          status: 'contacting',
        },
      ],
      gradeChanges: [{ id: 'g1', account: '听涛县供电公司', from: 'B', to: 'A', reason: '年内立项' }],
    })
    expect(events).toEqual([
      { text: '新客户：云澈物资公司，联系人沈知白（科长），接触中。', ref: { type: 'account', id: 'c1' } },
      { text: '客户等级变化：听涛县供电公司 B → A，年内立项。', ref: { type: 'grade_change', id: 'g1' } },
    ])
  })
})
