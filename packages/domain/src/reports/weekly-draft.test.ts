import { describe, expect, it } from 'vitest'
import { carriedOver, type WeekAhead, weeklyPlanDraft } from './weekly-draft.ts'

const nothing: WeekAhead = {
  monday: '2026-11-23',
  slippedBefore: '2026-11-23',
  left: [],
  steps: [],
  tasks: { due: [], later: [] },
  plannedVisits: [],
  forgotten: [],
}
const tingtao = { id: 'c1', name: '听涛县供电公司', grade: 'A' as const }
const yunche = { id: 'c2', name: '云澈物资公司', grade: 'B' as const }
const step = (id: string, on: string, customer: { id: string; name: string } = tingtao) => ({
  ref: { type: 'visit' as const, id },
  customer,
  step: '送样',
  on,
})
const linesOf = (ahead: Partial<WeekAhead>) =>
  weeklyPlanDraft({ ...nothing, ...ahead }).lines.map(({ text }) => text)

describe('the plan of a week (五.2.2)①)', () => {
  it('is empty when nothing waits', () => {
    expect(weeklyPlanDraft(nothing)).toEqual({ lines: [], offers: [] })
  })

  it.each([
    ['on Monday', '2026-11-23', '听涛县供电公司：送样（周一）'],
    ['on Sunday', '2026-11-29', '听涛县供电公司：送样（周日）'],
    ['the Sunday before', '2026-11-22', '听涛县供电公司：送样（原定 11-22 周日）'],
    ['after the week', '2026-11-30', '听涛县供电公司：送样'],
  ])('names the day of a step that was promised for %s', (_, on, text) => {
    expect(linesOf({ steps: [step('v1', on)] })).toEqual([text])
  })

  it.each([
    ['opened on the Monday before, due today', '2026-11-16', '2026-11-16', []],
    ['opened on the Monday before, due on its Tuesday', '2026-11-17', '2026-11-16', []],
    ['opened on the Wednesday, slipped the day before', '2026-11-17', '2026-11-18', ['（原定 11-17 周二）']],
    ['slipped in the week before that', '2026-11-13', '2026-11-16', ['（原定 11-13 周五）']],
    ['still open on the last working day', '2026-11-20', '2026-11-23', ['（原定 11-20 周五）']],
    ['due in the week of the plan', '2026-11-24', '2026-11-16', ['（周二）']],
  ])('takes in what slipped, not what this week still has time for: %s', (_, on, slippedBefore, days) => {
    const ahead = {
      slippedBefore,
      steps: [step('v1', on)],
      plannedVisits: [{ ...yunche, on }],
      tasks: { due: [{ id: 't1', subject: '交样册', customer: null, dueOn: on }], later: [] },
      forgotten: [{ ...tingtao, daysOver: 9 }],
    } satisfies Partial<WeekAhead>
    expect(linesOf(ahead).map((text) => /（[^（]*周.）$/.exec(text)?.[0])).toEqual(
      days.flatMap((day) => [day, day, day]),
    )
    expect(weeklyPlanDraft({ ...nothing, ...ahead }).offers).toEqual([])
  })

  it('begins with what was left over, then steps by day, then planned visits', () => {
    const left = [
      { text: '写方案', ref: { type: 'report' as const, id: 'r1' }, leftFrom: '2026-11-16', carried: 1 },
    ]
    expect(
      linesOf({
        left,
        steps: [step('v2', '2026-11-25'), step('v1', '2026-11-24')],
        plannedVisits: [{ ...yunche, on: '2026-11-26' }],
      }),
    ).toEqual([
      '写方案',
      '听涛县供电公司：送样（周二）',
      '听涛县供电公司：送样（周三）',
      '拜访云澈物资公司（B 级）（周四）',
    ])
  })

  it('asks for a customer once, however many reasons there are to go there', () => {
    const ahead = {
      steps: [step('v1', '2026-11-24')],
      plannedVisits: [
        { ...tingtao, on: '2026-11-24' },
        { ...yunche, on: '2026-11-26' },
      ],
      forgotten: [
        { ...tingtao, daysOver: 9 },
        { ...yunche, daysOver: 3 },
      ],
    }
    expect(linesOf(ahead)).toEqual(['听涛县供电公司：送样（周二）', '拜访云澈物资公司（B 级）（周四）'])
    expect(weeklyPlanDraft({ ...nothing, ...ahead }).offers).toEqual([])
  })

  it('keeps the age of a step that was left over and is promised again', () => {
    const left = [
      { text: '送样', ref: { type: 'visit' as const, id: 'v1' }, leftFrom: '2026-11-09', carried: 2 },
    ]
    expect(weeklyPlanDraft({ ...nothing, left, steps: [step('v1', '2026-11-24')] }).lines).toEqual(left)
  })

  it('offers the five customers nobody has seen for longest, and writes none of them in', () => {
    const forgotten = Array.from({ length: 7 }, (_, index) => ({
      id: `f${index}`,
      name: `第${index}供电所`,
      grade: 'C' as const,
      daysOver: 30 - index,
    }))
    const { lines, offers } = weeklyPlanDraft({ ...nothing, forgotten })
    expect(lines).toEqual([])
    expect(offers).toHaveLength(5)
    expect(offers[0]).toEqual({
      text: '拜访第0供电所（C 级，超过拜访间隔 30 天）',
      ref: { type: 'account', id: 'f0' },
    })
  })
})

it('leads to no report while its week is not kept anywhere yet', () => {
  const [line] = carriedOver({ id: null, monday: '2026-11-16' }, [{ text: '写方案', ref: null, done: false }])
  expect(line).toEqual({ text: '写方案', ref: null, leftFrom: '2026-11-16', carried: 1 })
})

describe('what a week hands on to the next (五.2.3)②)', () => {
  const last = { id: 'r47', monday: '2026-11-16' }
  const line = { text: '写方案', ref: null, done: false }

  it.each([
    [
      'a line that was not done',
      line,
      [{ text: '写方案', ref: { type: 'report', id: 'r47' }, leftFrom: '2026-11-16', carried: 1 }],
    ],
    [
      'a line about which nothing was said',
      { ...line, done: null },
      [expect.objectContaining({ carried: 1 })],
    ],
    ['no line that was done', { ...line, done: true }, []],
    ['no empty line', { ...line, text: ' ' }, []],
    [
      'a line that came from an earlier week, with its age',
      { ...line, ref: { type: 'visit' as const, id: 'v1' }, leftFrom: '2026-11-02', carried: 2 },
      [{ text: '写方案', ref: { type: 'visit', id: 'v1' }, leftFrom: '2026-11-02', carried: 3 }],
    ],
  ])('is %s', (_, planned, handedOn) => {
    expect(carriedOver(last, [planned])).toEqual(handedOn)
  })
})
