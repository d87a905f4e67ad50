import { describe, expect, it } from 'vitest'
import {
  contentOf,
  draftOf,
  type Fact,
  hasFact,
  nextDone,
  withFact,
  withoutRow,
  withRowAfter,
} from './daily-draft.ts'

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
