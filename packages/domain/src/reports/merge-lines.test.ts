import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairLines } from './line-pairs.ts'
import { mergeLines } from './merge-lines.ts'

type Line = { text: string; done: boolean | null; ref: { type: string; id: string } | null }
const line = (text: string, done: boolean | null = null): Line => ({ text, done, ref: null })
const lines = (texts: string) =>
  texts
    .split(' ')
    .filter(Boolean)
    .map((text) => line(text))
const shown = (merged: ReturnType<typeof mergeLines<Line>>) =>
  merged.map((one) =>
    'line' in one
      ? one.line.text
      : `${one.conflict.original.text}:${one.conflict.mine?.text ?? '删'}|${one.conflict.theirs?.text ?? '删'}`,
  )
const merge = (original: string, mine: string, theirs: string) =>
  shown(mergeLines(lines(original), lines(mine), lines(theirs)))

describe('two windows that wrote on from the same list', () => {
  it.each([
    ['both added a line', '走访', '走访 甲甲', '走访 乙乙', ['走访', '乙乙', '甲甲']],
    ['both added the same line', '走访', '走访 甲甲', '走访 甲甲', ['走访', '甲甲']],
    ['one added before, one behind', '走访', '甲甲 走访', '走访 乙乙', ['甲甲', '走访', '乙乙']],
    ['one removed, one added', '走访 送样', '走访', '走访 送样 乙乙', ['走访', '乙乙']],
    ['one reworded what the other left', '走访电厂', '走访电厂 甲甲', '走访水厂', ['走访水厂', '甲甲']],
    ['both reworded it differently', '走访电厂', '走访水厂', '走访热厂', ['走访电厂:走访水厂|走访热厂']],
    ['one removed what the other reworded', '走访电厂', '', '走访水厂', ['走访电厂:删|走访水厂']],
    ['both removed it', '走访 送样', '送样', '送样', ['送样']],
    ['they began with nothing', '', '甲甲', '乙乙', ['乙乙', '甲甲']],
  ])('%s', (_, original, mine, theirs, merged) => {
    expect(merge(original, mine, theirs)).toEqual(merged)
  })

  it('keeps a tick of one and the words of the other', () => {
    expect(mergeLines([line('走访电厂')], [line('走访电厂', true)], [line('走访水厂')])).toEqual([
      { line: line('走访水厂', true) },
    ])
    expect(mergeLines([line('走访')], [line('走访', true)], [line('走访', false)])).toMatchObject([
      { conflict: { mine: { done: true }, theirs: { done: false } } },
    ])
  })

  it('knows a line from the same source although every word of it changed', () => {
    const visit = (text: string): Line => ({ text, done: null, ref: { type: 'visit', id: 'v1' } })
    expect(pairLines([visit('拜访')], [line('甲'), visit('去过了')])).toEqual([
      { before: null, after: line('甲') },
      { before: visit('拜访'), after: visit('去过了') },
    ])
  })
})

const anyLine = fc.record({
  text: fc.constantFrom('走访电厂', '走访水厂', '送样册', '催货款', '写标书', '开周会'),
  done: fc.constantFrom(null, true, false),
  ref: fc.constant(null),
})
const anyList = fc.array(anyLine, { maxLength: 8 })
const plain = (merged: ReturnType<typeof mergeLines<Line>>) =>
  merged.map((one) => ('line' in one ? one.line : one.conflict))

describe('over any three lists', () => {
  it('whoever changed alone is followed word for word', () => {
    fc.assert(
      fc.property(anyList, anyList, (original, changed) => {
        expect(plain(mergeLines(original, changed, original))).toEqual(changed)
        expect(plain(mergeLines(original, original, changed))).toEqual(changed)
        expect(plain(mergeLines(original, changed, changed))).toEqual(changed)
      }),
    )
  })

  it('every line that somebody typed is in the result or in a conflict', () => {
    fc.assert(
      fc.property(anyList, anyList, anyList, (original, mine, theirs) => {
        const merged = mergeLines(original, mine, theirs)
        const present = new Set(
          merged.flatMap((one) =>
            'line' in one ? one.line.text : [one.conflict.mine?.text, one.conflict.theirs?.text],
          ),
        )
        const known = new Set(original.map(({ text }) => text))
        for (const { text } of [...mine, ...theirs]) if (!known.has(text)) expect(present).toContain(text)
      }),
    )
  })

  it('it does not matter who comes first, but for the order of added lines', () => {
    const sorted = (merged: ReturnType<typeof mergeLines<Line>>) =>
      merged.map((one) => JSON.stringify('line' in one ? one.line : one.conflict.original)).sort()
    fc.assert(
      fc.property(anyList, anyList, anyList, (original, mine, theirs) => {
        expect(sorted(mergeLines(original, mine, theirs))).toEqual(sorted(mergeLines(original, theirs, mine)))
      }),
    )
  })

  it('pairs name each line of both versions once and in order', () => {
    fc.assert(
      fc.property(anyList, anyList, (before, after) => {
        const pairs = pairLines(before, after)
        expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before)
        expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
      }),
    )
  })
})
