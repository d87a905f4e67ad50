import type { DraftContent, OpenedDaily, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { lineLimit, linesLimit } from '@zhuowei/domain/reports/daily-draft.ts'

/** Every box that holds lines: the two prescribed ones, and on the weekly screen the next plan with what it asks for (五.2.3)①). */
export const lineBoxes = ['description', 'result', 'next', 'support'] as const
export type LineBox = (typeof lineBoxes)[number]

/** What is asked for has a number of its own once it was saved. */
export interface Line extends ReportLine {
  id?: string
}

/** A line while it is being typed; the key keeps the cursor in its row. */
export interface DraftLine extends Line {
  key: string
}

/** What a report says, without the way in which it is typed. */
export type Words = Record<LineBox, Line[]> & { issue: string | null }

export interface ReportDraft extends Record<LineBox, DraftLine[]> {
  issue: string
  specialReasonKind: DraftContent['specialReasonKind']
  specialReason: string
}

export type Fact = Omit<OpenedDaily['facts'][number], 'box'> & { box: LineBox | 'issue' }

let lastKey = 0
const keyed = (line: Line): DraftLine => ({ ...line, key: String(++lastKey) })

export const emptyLine = (): DraftLine => keyed({ text: '', ref: null, done: null })

export type Kept = Partial<Words & Pick<OpenedDaily, 'specialReasonKind' | 'specialReason'>>

export const wordsOf = ({ description, result, next, support, issue }: Partial<Words>): Words => ({
  ...{ description: description ?? [], result: result ?? [] },
  ...{ next: next ?? [], support: support ?? [], issue: issue ?? null },
})

/** A box without lines opens with one to type into. */
export function draftOf(kept: Kept): ReportDraft {
  const rows = (lines: Line[]) => (lines.length > 0 ? lines.map(keyed) : [emptyLine()])
  const { description, result, next, support, issue } = wordsOf(kept)
  return {
    ...{ description: rows(description), result: rows(result), next: rows(next), support: rows(support) },
    issue: issue ?? '',
    specialReasonKind: kept.specialReasonKind ?? null,
    specialReason: kept.specialReason ?? '',
  }
}

/** What is sent: without the keys and the lines that were left empty. */
export function contentOf(
  draft: ReportDraft,
): Words & Pick<DraftContent, 'specialReasonKind' | 'specialReason'> {
  const lines = (rows: DraftLine[]) =>
    rows.filter(({ text }) => text.trim() !== '').map(({ key: _, ...line }) => line)
  return {
    ...{ description: lines(draft.description), result: lines(draft.result) },
    ...{ next: lines(draft.next), support: lines(draft.support) },
    issue: draft.issue.trim() || null,
    specialReasonKind: draft.specialReasonKind,
    specialReason: draft.specialReason.trim() || null,
  }
}

export function hasFact(draft: ReportDraft, { line, box }: Fact): boolean {
  if (box === 'issue') return draft.issue.includes(line.text)
  return draft[box].some((row) => {
    const sameSource = row.ref !== null && row.ref.type === line.ref?.type && row.ref.id === line.ref.id
    const tellsOneThing = line.ref !== null && line.ref.type !== 'report'
    return tellsOneThing ? sameSource : row.text === line.text
  })
}

export const factKey = ({ line, box }: Fact): string =>
  `${box} ${line.ref?.type} ${line.ref?.id} ${line.text}`

/** Writes a fact into its box, in place of a row that is still empty. */
export function withFact(draft: ReportDraft, { line, box }: Fact): ReportDraft {
  if (box === 'issue') return { ...draft, issue: [draft.issue.trim(), line.text].filter(Boolean).join('\n') }
  const filled = draft[box].filter(({ text }) => text.trim() !== '')
  return { ...draft, [box]: [...filled, keyed(line)] }
}

/** Not said → done → not done → not said. */
export function nextDone(done: boolean | null): boolean | null {
  if (done === null) return true
  return done ? false : null
}

export function withRowAfter(rows: DraftLine[], key: string): { rows: DraftLine[]; focus: string } {
  const added = emptyLine()
  const place = rows.findIndex((row) => row.key === key)
  return { rows: rows.toSpliced(place < 0 ? rows.length : place + 1, 0, added), focus: added.key }
}

/** The last row stays, emptied, so that there is always a place to type. */
export function withoutRow(rows: DraftLine[], key: string): { rows: DraftLine[]; focus: string } {
  if (rows.length === 1) {
    const only = emptyLine()
    return { rows: [only], focus: only.key }
  }
  const place = rows.findIndex((row) => row.key === key)
  const left = rows.filter((row) => row.key !== key)
  return { rows: left, focus: left[Math.max(0, place - 1)]?.key ?? '' }
}

/**
 * One item per line, behind the cursor; a line that is longer than an item may be goes on in the next one. What has no room any more
 * is handed back, never dropped unsaid.
 */
export function pasteInto(
  rows: DraftLine[],
  key: string,
  { from, to }: { from: number; to: number },
  text: string,
): { rows: DraftLine[]; focus: string; left: string[] } {
  const place = rows.findIndex((row) => row.key === key)
  const row = rows[place]
  if (!row) return { rows, focus: key, left: [] }
  const [first = '', ...rest] = linesOf(text)
  const texts = [row.text.slice(0, from) + first, ...rest]
  const last = texts.length - 1
  const pieces = texts.map((one, index) => (index === last ? one + row.text.slice(to) : one)).flatMap(inItems)
  const room = Math.max(1, linesLimit - rows.length + 1)
  const [kept = '', ...added] = pieces.slice(0, room)
  const rowsAdded = added.map((one) => keyed({ text: one, ref: null, done: null }))
  return {
    rows: rows.toSpliced(place, 1, { ...row, text: kept }, ...rowsAdded),
    focus: rowsAdded.at(-1)?.key ?? key,
    left: pieces.slice(room),
  }
}

/** A paste that the field itself would take whole needs no help. */
export function needsSplitting(
  row: DraftLine,
  { from, to }: { from: number; to: number },
  text: string,
): boolean {
  return linesOf(text).length > 1 || row.text.length - (to - from) + text.length > lineLimit
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

function inItems(text: string): string[] {
  if (text.length <= lineLimit) return [text]
  // The cut must not leave half of a character outside the basic plane.
  const item = text.slice(0, lineLimit).replace(/[\uD800-\uDBFF]$/, '')
  return [item, ...inItems(text.slice(item.length))]
}

/** The same words under the keys that their rows have, so that the cursor stays where it is. */
export function withKeysOf(draft: ReportDraft, before: ReportDraft): ReportDraft {
  const rekeyed = (rows: DraftLine[], known: DraftLine[]) => {
    const free = [...known]
    return rows.map((row) => {
      const place = free.findIndex(({ text }) => text === row.text)
      const [same] = place < 0 ? [] : free.splice(place, 1)
      return same ? { ...row, key: same.key } : row
    })
  }
  return {
    ...draft,
    description: rekeyed(draft.description, before.description),
    result: rekeyed(draft.result, before.result),
    next: rekeyed(draft.next, before.next),
    support: rekeyed(draft.support, before.support),
  }
}
