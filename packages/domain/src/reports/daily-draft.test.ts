import { describe, expect, it } from 'vitest'
import { atShanghai } from '../calendar/dates.ts'
import type { DayFacts, DraftVisit } from './daily-draft.ts'
import {
  dailyDraft,
  isComplete,
  lacksIssue,
  leftOver,
  lineLimit,
  plannedOnce,
  tellsProblem,
  unfinished,
} from './daily-draft.ts'

const nothing: DayFacts = {
  plannedSteps: [],
  visits: [],
  newCustomers: [],
  gradeChanges: [],
  finishedTasks: [],
}
const visit: DraftVisit = {
  id: 'v1',
  at: atShanghai('2026-11-20', '10:00'),
  kind: 'visit',
  account: '听涛县供电公司',
  contacts: [{ name: '温如故', position: '信息运维班长' }],
  result: '11 月底前定防火墙指标，由市公司信通把关。',
  problem: '无',
}
const resultTexts = (facts: Partial<DayFacts>) =>
  dailyDraft({ ...nothing, ...facts }).resultLines.map(({ text }) => text)

describe('the draft of a daily report', () => {
  it('is empty on a day without facts', () => {
    expect(dailyDraft(nothing)).toEqual({ planLines: [], resultLines: [] })
  })

  it('tells what a visit brought and what is in the way, and links to it', () => {
    const problem = { ...visit, contacts: [{ name: '沈知白', position: '' }], problem: '年底预算未批；' }
    expect(dailyDraft({ ...nothing, visits: [visit] }).resultLines).toEqual([
      {
        text: '拜访听涛县供电公司温如故（信息运维班长）：11 月底前定防火墙指标，由市公司信通把关。',
        ref: { type: 'visit', id: 'v1' },
      },
    ])
    expect(resultTexts({ visits: [{ ...problem, result: '认可两地三中心' }] })).toEqual([
      '拜访听涛县供电公司沈知白：认可两地三中心；问题是年底预算未批。',
    ])
  })

  it('cuts a line that is longer than a report accepts, with … at its end and no half character', () => {
    const [long = ''] = resultTexts({
      visits: [{ ...visit, result: '长'.repeat(2000), problem: '难'.repeat(2000) }],
    })
    expect(long).toHaveLength(lineLimit)
    expect(long).toMatch(/^拜访听涛县供电公司温如故（信息运维班长）：长+…$/)
    const wide = resultTexts({
      visits: [0, 1].map((pad) => ({ ...visit, result: `${'a'.repeat(pad)}${'𠮷'.repeat(900)}` })),
    })
    for (const text of wide) {
      expect(text.length).toBeLessThanOrEqual(lineLimit)
      expect(text).toMatch(/𠮷…$/u)
    }
  })

  it('takes every line that is just as long as a report accepts as it is', () => {
    const step = (length: number) => ({ text: '步'.repeat(length), ref: null, at: null })
    const { planLines } = dailyDraft({ ...nothing, plannedSteps: [step(lineLimit), step(lineLimit + 1)] })
    expect(planLines.map(({ text }) => [text.length, text.endsWith('…')])).toEqual([
      [lineLimit, false],
      [lineLimit, true],
    ])
  })

  it.each([
    ['call', '电话联系听涛县供电公司温如故（信息运维班长）。'],
    ['tech_exchange', '与听涛县供电公司温如故（信息运维班长）技术交流。'],
    ['proposal', '向听涛县供电公司温如故（信息运维班长）汇报方案。'],
    ['banquet', '宴请听涛县供电公司温如故（信息运维班长）。'],
    ['event', '邀请听涛县供电公司温如故（信息运维班长）参加活动。'],
  ] as const)('names a %s for what it was', (kind, text) => {
    expect(resultTexts({ visits: [{ ...visit, kind, result: '', problem: '' }] })).toEqual([text])
  })

  it('puts visits in the order of the day, then new customers, then grade changes (六.1.2)②)', () => {
    const texts = resultTexts({
      visits: [
        { ...visit, id: 'v2', at: atShanghai('2026-11-20', '15:20'), result: '下午', contacts: [] },
        { ...visit, result: '上午', contacts: [] },
      ],
      newCustomers: [
        {
          id: 'a1',
          name: '疏影县供电公司',
          contactName: '韩予',
          contactPosition: '主任',
          status: 'contacting',
        },
      ],
      gradeChanges: [
        { id: 'g1', account: '松照县供电公司', from: 'B', to: 'A', reason: '公司有同厂合作资源。' },
      ],
    })
    expect(texts).toEqual([
      '拜访听涛县供电公司：上午。',
      '拜访听涛县供电公司：下午。',
      '新客户：疏影县供电公司，联系人韩予（主任），接触中。',
      '客户等级变化：松照县供电公司 B → A，公司有同厂合作资源。',
    ])
  })

  it('plans what was promised, timed steps first', () => {
    const report = { type: 'report', id: 'r1' } as const
    const { planLines } = dailyDraft({
      ...nothing,
      plannedSteps: [
        { text: '方案第 2 版交沈知白过目', ref: report, at: null },
        { text: '拜访岚汀市供电公司', ref: null, at: atShanghai('2026-11-20', '15:00') },
        { text: '拜访听涛县供电公司', ref: null, at: atShanghai('2026-11-20', '10:00') },
      ],
    })
    expect(planLines).toEqual([
      { text: '拜访听涛县供电公司', ref: null },
      { text: '拜访岚汀市供电公司', ref: null },
      { text: '方案第 2 版交沈知白过目', ref: report },
    ])
  })

  it.each([
    ['拜访', '完成', true],
    ['拜访', ' \n', false],
    ['', '完成', false],
    ['', '', false],
  ])('with plan “%s” and result “%s” is complete: %s', (plan, result, complete) => {
    expect(isComplete({ plan, result })).toBe(complete)
  })

  it.each([
    ['nothing said about it', null, null, 0, false],
    ['done', true, null, 0, false],
    ['not done and nothing written', false, null, 1, true],
    ['not done and blanks written', false, ' \n', 1, true],
    ['not done, with what stands in the way', false, '预算未批', 1, false],
  ])('a line %s asks for 存在问题及计划 accordingly', (_, done, issue, open, lacks) => {
    const description = [
      { text: '催到货款', done },
      { text: ' ', done: false },
    ]
    expect(unfinished(description)).toBe(open)
    expect(lacksIssue({ description, issue })).toBe(lacks)
  })

  it.each([
    ['nothing in the way', { issue: null, done: true, text: '拜访。' }, false],
    ['a problem under its own heading', { issue: '预算未批', done: true, text: '拜访。' }, true],
    ['a plan that was not kept', { issue: null, done: false, text: '拜访。' }, true],
    ['a visit with a problem', { issue: null, done: true, text: '拜访甲：认可；问题是预算未批。' }, true],
  ])('%s tells of a problem accordingly', (_, { issue, done, text }, tells) => {
    expect(tellsProblem({ description: [{ text: '走访', done }], result: [{ text }], issue })).toBe(tells)
  })
})

describe('五.1.2)① what the last plan leaves for the next', () => {
  const last = { id: 'r1', date: '2026-11-20' }
  const step = { text: '远岫水电站：送标书', ref: { type: 'visit', id: 'v1' } as const }

  it('every line that was not marked as done, with its source and the day that it was first planned for', () => {
    const plan = [
      { text: '交周计划', ref: null, done: true },
      { text: '改方案', ref: null, done: false },
      { text: '催货款', ref: null, done: null },
      { text: '', ref: null, done: null },
      { ...step, done: null, leftFrom: '2026-11-18' },
    ]
    expect(leftOver(last, plan)).toEqual([
      { text: '改方案', ref: { type: 'report', id: 'r1' }, leftFrom: '2026-11-20' },
      { text: '催货款', ref: { type: 'report', id: 'r1' }, leftFrom: '2026-11-20' },
      { ...step, leftFrom: '2026-11-18' },
    ])
  })

  it('once, when the same step is promised for this day again', () => {
    const left = [{ ...step, text: '标书封装好送到招标代理', leftFrom: '2026-11-20' }]
    const at = atShanghai('2026-11-23', '10:00')
    const other = { text: '拜访岚汀市供电公司', ref: null, at: null }
    expect(plannedOnce(left, [{ ...step, at }, other])).toEqual([{ ...left[0], at }, other])
    expect(plannedOnce([{ ...other, leftFrom: '2026-11-20' }], [other])).toHaveLength(1)
  })
})
