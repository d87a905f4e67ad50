import type { Activity } from '@zhuowei/contract/activities.ts'
import { describe, expect, test } from 'vitest'
import { readDraft } from '../ui/draft.ts'
import {
  blankDraft,
  customerUpdateOf,
  draftOf,
  isWorthKeeping,
  type VisitDraft,
  visitBody,
  visitErrors,
} from './visit-draft.ts'
import { refuseInput } from './visit-problem.ts'

const now = new Date('2026-11-23T14:52:31+08:00')
const ids = {
  customer: '0199a000-0000-7000-8000-000000000001',
  person: '0199a000-0000-7000-8000-000000000002',
}
const customer = {
  id: ids.customer,
  status: 'contacting',
  grade: 'B',
  tradeStatus: 'untraded',
  resources: null,
} as const
const traded = { ...customer, tradeStatus: 'traded' } as const

const draft = (more: Partial<VisitDraft> = {}): VisitDraft => ({
  ...blankDraft({ kind: 'visit', visitorId: ids.person, customerName: '岚汀市供电公司' }),
  content: '确认备份一体机方案第 2 版',
  result: '认可两地三中心',
  problem: '无',
  ...more,
})

const messages = (more: Partial<VisitDraft>, whose: typeof customer | typeof traded = customer) =>
  visitErrors(draft(more), whose, now).map(({ path, message }) => `${path} ${message}`)

describe('what a visit still lacks (六.2.3)③)', () => {
  test('a filled form lacks nothing', () => {
    expect(messages({})).toEqual([])
  })

  test('the four prescribed fields are named together', () => {
    expect(messages({ content: ' ', visitorIds: [], result: '', problem: '' })).toEqual([
      'visitorIds 请选择拜访人',
      'content 请填写拜访内容',
      'result 请填写拜访的结果',
      'problem 请填写存在的问题',
    ])
  })

  test.each([
    ['this minute', '14:52', []],
    ['the next minute', '14:53', ['happenedAt 时间不能晚于现在；以后的事请写在下一步里']],
  ])('a visit at %s', (_, time, expected) => {
    expect(messages({ when: { date: '2026-11-23', time } })).toEqual(expected)
  })

  test('a date without a next step asks what is to be done', () => {
    expect(messages({ nextOn: '2026-11-26' })).toEqual(['nextStep 请写明下一步要做什么'])
  })

  test('another grade asks for its reason, and a traded customer has no C', () => {
    const change = { affectsFollowUp: true, grade: 'A' as const }
    const noResources =
      'customerUpdate.resources A 级客户请写明资源说明：公司或者个人有哪些资源可以辅助市场开拓。'
    expect(messages(change)).toEqual([
      'customerUpdate.gradeReason 请填写等级变化的理由，它会写入工作汇报。',
      noResources,
    ])
    expect(messages({ ...change, gradeReason: '分管领导已见' })).toEqual([noResources])
    expect(messages({ ...change, gradeReason: '分管领导已见', resources: '公司有同厂资源' })).toEqual([])
    expect(messages({ affectsFollowUp: true, grade: 'C', gradeReason: '不再开拓' }, traded)).toEqual([
      'customerUpdate.gradeReason 交易客户只分 A、B 级，不能设为 C 级。',
    ])
  })
})

describe('what a visit changes about the customer (六.2.4))', () => {
  test.each<[string, Partial<VisitDraft>, unknown]>([
    ['nothing while it does not affect the follow-up', { status: 'interested', grade: 'A' }, undefined],
    ['put off when nothing was said', { affectsFollowUp: true }, undefined],
    ['settled when the record was looked at', { affectsFollowUp: true, recordIsCurrent: true }, {}],
    ['the status alone', { affectsFollowUp: true, status: 'interested' }, { status: 'interested' }],
    ['nothing when the same status was touched', { affectsFollowUp: true, status: 'contacting' }, undefined],
    [
      'grade with its reason',
      { affectsFollowUp: true, grade: 'A', gradeReason: ' 有希望 ', resources: ' 有资源 ' },
      { grade: 'A', gradeReason: '有希望', resources: '有资源' },
    ],
  ])('%s', (_, more, expected) => {
    expect(customerUpdateOf(draft(more), customer)).toEqual(expected)
  })
})

test('“now” is the minute of saving, so that it never lies ahead of the server', () => {
  expect(visitBody(draft(), customer, now).happenedAt).toBe('2026-11-23T06:52:00.000Z')
})

describe('what was asked for the 反馈表 (六.3.2)②)', () => {
  const heard = { name: '北辰数据', assessment: '备份强，价高' }

  test('goes with the visit, the competitors as lines of their own; blank lines do not', () => {
    const said = draft({
      answers: { storage: ' 两台磁带库 ', server: ' ' },
      competitors: [heard, { name: '', assessment: ' ' }],
    })
    expect(visitBody(said, customer, now).feedback).toEqual([
      { item: 'storage', text: '两台磁带库' },
      { item: 'competitors', lines: [heard] },
    ])
    expect(visitBody(draft(), customer, now).feedback).toEqual([])
  })

  test('an assessment of nobody is told before anything is sent, beside its field', () => {
    const errors = visitErrors(draft({ competitors: [{ ...heard, name: '' }] }), customer, now)
    expect(errors).toEqual([{ path: 'feedback.0.lines.0.name', message: '请填写竞争对手名称' }])
    expect(refuseInput(errors).problem.errors).toEqual([
      { path: 'competitors.0.name', message: '请填写竞争对手名称' },
    ])
  })

  test('one competitor twice is told on its second line before anything is sent', () => {
    const errors = visitErrors(
      draft({ competitors: [heard, { ...heard, name: '北辰数据 ' }] }),
      customer,
      now,
    )
    expect(refuseInput(errors).problem.errors).toEqual([
      { path: 'competitors.1.name', message: '北辰数据前面已经写过，请合成一行' },
    ])
  })

  test('is worth keeping, and a draft that was kept before there were competitors opens without them', () => {
    const blank = draft({ content: '', result: '', problem: '' })
    expect(isWorthKeeping({ ...blank, competitors: [heard] })).toBe(true)
    const { competitors: _, ...before } = { ...blank, content: '一句' }
    const store = { getItem: () => JSON.stringify({ value: before, savedAt: 1 }) }
    const opened = readDraft({ ...store, setItem: () => {}, removeItem: () => {} }, 'key', blank)
    expect(opened?.value).toMatchObject({ content: '一句', competitors: [] })
  })
})

test('a form with only its defaults is no loss, one sentence is', () => {
  const blank = draft({ content: '', result: '', problem: '' })
  expect(isWorthKeeping(blank)).toBe(false)
  expect(isWorthKeeping({ ...blank, nextStep: '约陆云程' })).toBe(true)
})

test('a record opens in the form as it was written', () => {
  const activity = {
    kind: 'call',
    customer: { id: ids.customer, name: '岚汀市供电公司', grade: 'A' },
    happenedAt: '2026-11-20T15:20:00+08:00',
    author: { id: ids.person, name: '焦尔' },
    visitors: [{ id: ids.person, name: '焦尔' }],
    contacts: [],
    content: '问预算',
    result: '月底给',
    problem: '无',
    affectsFollowUp: false,
    nextStep: null,
    nextOn: null,
  } as unknown as Activity // only what the form reads
  expect(draftOf(activity)).toMatchObject({
    kind: 'call',
    when: { date: '2026-11-20', time: '15:20' },
    visitorIds: [ids.person],
    nextStep: '',
  })
})
