import { type ComparedLine, pairLines } from './line-pairs.ts'

/** Both changed the same line to different things; null is a line that was removed. */
export type LineConflict<L> = { original: L; mine: L | null; theirs: L | null }
export type MergedLine<L> = { line: L } | { conflict: LineConflict<L> }

/**
 * Two people, or two windows, wrote on from the same list: what either added, reworded, ticked or removed is kept; only a line that
 * both changed differently has to be decided.
 */
export function mergeLines<L extends ComparedLine>(
  original: readonly L[],
  mine: readonly L[],
  theirs: readonly L[],
): MergedLine<L>[] {
  const mySide = sideOf(original, mine)
  const theirSide = sideOf(original, theirs)
  const told = [...theirSide.added.values()].flat()
  const mineAlone = (added: readonly L[]) =>
    added.filter((line) => {
      const twin = told.findIndex((other) => saysTheSame(line, other))
      if (twin >= 0) told.splice(twin, 1)
      return twin < 0
    })
  const addedAt = (place: number) => [
    ...(theirSide.added.get(place) ?? []),
    ...mineAlone(mySide.added.get(place) ?? []),
  ]
  return [
    ...addedAt(-1).map((line) => ({ line })),
    ...original.flatMap((line, place) => [
      ...mergedLine(line, mySide.kept[place] ?? null, theirSide.kept[place] ?? null),
      ...addedAt(place).map((added) => ({ line: added })),
    ]),
  ]
}

type ListSide<L> = {
  /** What became of each original line. */
  kept: (L | null)[]
  /** What was added behind which original line; -1 is the beginning. */
  added: Map<number, L[]>
}

function sideOf<L extends ComparedLine>(original: readonly L[], now: readonly L[]): ListSide<L> {
  const side: ListSide<L> = { kept: [], added: new Map() }
  for (const { before, after } of pairLines(original, now)) {
    if (before) side.kept.push(after)
    else if (after) {
      const place = side.kept.length - 1
      side.added.set(place, [...(side.added.get(place) ?? []), after])
    }
  }
  return side
}

function mergedLine<L extends ComparedLine>(original: L, mine: L | null, theirs: L | null): MergedLine<L>[] {
  if (mine && theirs) {
    const text = mergedValue(original.text, mine.text, theirs.text)
    const done = mergedValue(original.done, mine.done, theirs.done)
    const issue = mergedValue(original.issue ?? '', mine.issue ?? '', theirs.issue ?? '')
    if (!text || !done || !issue) return [{ conflict: { original, mine, theirs } }]
    const base = mine.text === text.value ? mine : theirs
    const said = issue.value || base.issue ? { issue: issue.value } : {}
    return [{ line: { ...base, text: text.value, done: done.value, ...said } }]
  }
  const left = mine ?? theirs
  if (!left || saysTheSame(left, original)) return []
  return [{ conflict: { original, mine, theirs } }]
}

/** Null when both changed it to different things. */
function mergedValue<T>(original: T, mine: T, theirs: T): { value: T } | null {
  if (mine === theirs || theirs === original) return { value: mine }
  return mine === original ? { value: theirs } : null
}

function saysTheSame(one: ComparedLine, other: ComparedLine): boolean {
  return (
    one.text === other.text &&
    (one.done ?? null) === (other.done ?? null) &&
    (one.issue ?? '') === (other.issue ?? '') &&
    one.ref?.id === other.ref?.id
  )
}
