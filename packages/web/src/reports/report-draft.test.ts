import { describe, expect, it } from 'vitest'
import {
  contentOf,
  draftOf,
  emptyLine,
  type Fact,
  hasFact,
  needsSplitting,
  nextDone,
  pasteInto,
  withFact,
  withoutRow,
  withRowAfter,
} from './report-draft.ts'

const visit: Fact = {
  at: null,
  box: 'result',
  clause: null,
  included: true,
  news: false,
  line: { text: '拜访听涛县供电公司。', ref: { type: 'visit', id: 'a' }, done: null },
}

describe('the draft of a daily report', () => {
  it('opens with a row to type into, and sends no empty rows', () => {
    const draft = draftOf({ description: [], result: [], issue: null })
    expect(draft.description).toHaveLength(1)
    expect(contentOf(draft)).toMatchObject({ description: [], result: [], issue: null })
  })

  it('takes a fact into its box instead of the empty row, and knows that it is there', () => {
    const draft = withFact(draftOf({ description: [], result: [], issue: null }), visit)
    expect(draft.result.map(({ text }) => text)).toEqual(['拜访听涛县供电公司。'])
    expect(hasFact(draft, visit)).toBe(true)
    const edited = { ...draft, result: draft.result.map((row) => ({ ...row, text: '改过的话' })) }
    expect(hasFact(edited, visit)).toBe(true)
  })

  it('goes round: not said, done, not done', () => {
    expect([null, true, false].map(nextDone)).toEqual([true, false, null])
  })

  it('adds a row behind the one with the cursor, and never loses the last one', () => {
    const { description } = draftOf({ description: [], result: [], issue: null })
    const first = description[0]?.key ?? ''
    const added = withRowAfter(description, first)
    expect(added.rows.map(({ key }) => key)).toEqual([first, added.focus])
    const removed = withoutRow(added.rows, added.focus)
    expect(removed).toMatchObject({ focus: first })
    expect(withoutRow(removed.rows, first).rows).toHaveLength(1)
  })
})

describe('a paste', () => {
  const [row] = draftOf({ description: [], result: [], issue: null }).description
  const at = { from: 0, to: 0 }
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `第 ${index + 1} 件`).join('\n')
  const paste = (text: string) => pasteInto(row ? [row] : [], row?.key ?? '', at, text)

  it('of several lines is several items, and says what has no room', () => {
    expect(paste('走访\n\n 送样 \n').rows.map(({ text }) => text)).toEqual(['走访', '送样'])
    const { rows, left } = paste(lines(201))
    expect([rows.length, left.length, left[0]]).toEqual([100, 101, '第 101 件'])
  })

  it('of one very long line goes on in the next item and loses no character', () => {
    const text = '长𠮷'.repeat(700)
    const { rows, left } = paste(text)
    expect(left).toEqual([])
    expect(rows.map((one) => one.text).join('')).toBe(text)
    expect(rows.every((one) => one.text.length <= 1000)).toBe(true)
  })

  it('lands at the cursor', () => {
    const typed = row ? { ...row, text: '走访电厂' } : emptyLine()
    const { rows } = pasteInto([typed], typed.key, { from: 2, to: 4 }, '水厂\n送样')
    expect(rows.map(({ text }) => text)).toEqual(['走访水厂', '送样'])
    expect(needsSplitting(typed, at, '一句话')).toBe(false)
    expect(needsSplitting(typed, at, '长'.repeat(997))).toBe(true)
  })
})
