/** A line of a report as far as two versions of it are compared. */
export type ComparedLine = {
  text: string
  ref?: { type: string; id: string } | null
  done?: boolean | null
  issue?: string
}

/** One step through two versions of a list: a line that stayed (perhaps reworded), one that went, one that came; never both null. */
export type LinePair<L> = { before: L | null; after: L | null }

/** Which line of the new version is which line of the old one, in the order in which both are read. */
export function pairLines<L extends ComparedLine>(before: readonly L[], after: readonly L[]): LinePair<L>[] {
  const pairs: LinePair<L>[] = []
  let [from, to] = [0, 0]
  for (const [one, other] of [...sameWords(before, after), [before.length, after.length] as const]) {
    pairs.push(...reworded(before.slice(from, one), after.slice(to, other)))
    const [stayed, now] = [before[one], after[other]]
    if (stayed && now) pairs.push({ before: stayed, after: now })
    ;[from, to] = [one + 1, other + 1]
  }
  return pairs
}

/** The longest common run of lines that say the same, as places in both lists. */
function sameWords<L extends ComparedLine>(before: readonly L[], after: readonly L[]) {
  const rows = before.length + 1
  const length = Array.from({ length: rows }, () => new Array<number>(after.length + 1).fill(0))
  const at = (row: number, column: number) => length[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const same = before[row]?.text === after[column]?.text
      const best = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      length[row]?.splice(column, 1, best)
    }
  const places: (readonly [number, number])[] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    if (before[row]?.text === after[column]?.text) places.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return places
}

/** Between two lines that stayed: a line from the same source or with half of its words is the same line, reworded. */
function reworded<L extends ComparedLine>(before: readonly L[], after: readonly L[]): LinePair<L>[] {
  const pairs: LinePair<L>[] = []
  let next = 0
  for (const line of before) {
    const found = after.findIndex((other, place) => place >= next && isReworded(line, other))
    if (found < 0) {
      pairs.push({ before: line, after: null })
      continue
    }
    pairs.push(...after.slice(next, found).map((came) => ({ before: null, after: came })))
    const now = after[found]
    if (now) pairs.push({ before: line, after: now })
    next = found + 1
  }
  return [...pairs, ...after.slice(next).map((came) => ({ before: null, after: came }))]
}

function isReworded(one: ComparedLine, other: ComparedLine): boolean {
  if (one.ref || other.ref) return one.ref?.id === other.ref?.id && one.ref?.type === other.ref?.type
  const words = new Set(one.text)
  const common = [...new Set(other.text)].filter((word) => words.has(word)).length
  return common * 2 >= Math.max(words.size, new Set(other.text).size) && common > 0
}
