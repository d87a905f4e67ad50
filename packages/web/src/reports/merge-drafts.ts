import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { type MergedLine, mergeLines } from '@zhuowei/domain/reports/merge-lines.ts'
import { type Line, type LineBox, lineBoxes, type Words } from './report-draft.ts'

export type Choice = 'mine' | 'theirs' | 'both'

/** One thing that both sides changed differently. */
export interface Conflict {
  key: string
  label: string
  original: string
  mine: string | null
  theirs: string | null
}

export type MergedWords = Record<LineBox, MergedLine<Line>[]> & {
  issue: { value: string | null } | { mine: string | null; theirs: string | null; original: string | null }
}

/** Two windows wrote on from the same words. */
export function mergeWords(original: Words, mine: Words, theirs: Words): MergedWords {
  const merged = (box: LineBox) => mergeLines(original[box], mine[box], theirs[box])
  return {
    ...{ description: merged('description'), result: merged('result') },
    ...{ next: merged('next'), support: merged('support') },
    issue: mergedIssue(original.issue, mine.issue, theirs.issue),
  }
}

/** What somebody has to decide; empty when everything merged by itself. */
export function conflictsOf(merged: MergedWords): Conflict[] {
  const { issue } = merged
  return [
    ...lineBoxes.flatMap((box) => conflictingLines(box, merged[box])),
    ...('value' in issue
      ? []
      : [{ ...issue, key: 'issue', label: '存在问题及计划', original: issue.original ?? '' }]),
  ]
}

/** The words after every conflict was decided; 都保留 is the default that loses nothing. */
export function decidedWords(merged: MergedWords, choices: Readonly<Record<string, Choice>>): Words {
  const { issue } = merged
  const kept = (key: string) => choices[key] ?? 'both'
  const lines = (box: LineBox) =>
    merged[box].flatMap((one, place) => {
      if ('line' in one) return [one.line]
      const { mine, theirs } = one.conflict
      const choice = kept(`${box}-${place}`)
      return [choice !== 'theirs' && mine, choice !== 'mine' && theirs].filter(
        (line) => line !== null && line !== false,
      )
    })
  return {
    ...{ description: lines('description'), result: lines('result') },
    ...{ next: lines('next'), support: lines('support') },
    issue: 'value' in issue ? issue.value : issueOf(issue, kept('issue')),
  }
}

const boxLabel: Record<LineBox, string> = {
  description: reportFields.description,
  result: reportFields.result,
  next: '下周计划',
  support: '需要支持和资源',
}

function conflictingLines(box: LineBox, merged: MergedLine<Line>[]): Conflict[] {
  return merged.flatMap((one, place) =>
    'line' in one
      ? []
      : [
          {
            key: `${box}-${place}`,
            label: boxLabel[box],
            original: one.conflict.original.text,
            mine: shown(one.conflict.mine),
            theirs: shown(one.conflict.theirs),
          },
        ],
  )
}

/** A tick is part of what a line says. */
const shown = (line: Line | null) =>
  line &&
  `${line.done === null ? '' : line.done ? '已完成：' : '没有完成：'}${line.text}${line.issue ? `（${line.issue}）` : ''}`

function mergedIssue(
  original: string | null,
  mine: string | null,
  theirs: string | null,
): MergedWords['issue'] {
  if (mine === theirs || theirs === original) return { value: mine }
  return mine === original ? { value: theirs } : { original, mine, theirs }
}

function issueOf({ mine, theirs }: { mine: string | null; theirs: string | null }, choice: Choice) {
  if (choice === 'both') return [mine, theirs].filter(Boolean).join('\n') || null
  return choice === 'mine' ? mine : theirs
}
