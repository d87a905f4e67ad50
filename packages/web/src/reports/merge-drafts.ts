import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { type MergedLine, mergeLines } from '@zhuowei/domain/reports/merge-lines.ts'

/** What a report says, without the way in which it is typed. */
export interface Words {
  description: ReportLine[]
  result: ReportLine[]
  issue: string | null
}

export type Choice = 'mine' | 'theirs' | 'both'

/** One thing that both sides changed differently. */
export interface Conflict {
  key: string
  label: string
  original: string
  mine: string | null
  theirs: string | null
}

export interface MergedWords {
  description: MergedLine<ReportLine>[]
  result: MergedLine<ReportLine>[]
  issue: { value: string | null } | { mine: string | null; theirs: string | null; original: string | null }
}

/** Two windows wrote on from the same words. */
export function mergeWords(original: Words, mine: Words, theirs: Words): MergedWords {
  return {
    description: mergeLines(original.description, mine.description, theirs.description),
    result: mergeLines(original.result, mine.result, theirs.result),
    issue: mergedIssue(original.issue, mine.issue, theirs.issue),
  }
}

/** What somebody has to decide; empty when everything merged by itself. */
export function conflictsOf(merged: MergedWords): Conflict[] {
  const { issue } = merged
  return [
    ...conflictingLines('description', merged.description),
    ...conflictingLines('result', merged.result),
    ...('value' in issue
      ? []
      : [{ ...issue, key: 'issue', label: '存在问题及计划', original: issue.original ?? '' }]),
  ]
}

/** The words after every conflict was decided; 都保留 is the default that loses nothing. */
export function decidedWords(merged: MergedWords, choices: Readonly<Record<string, Choice>>): Words {
  const { issue } = merged
  const kept = (key: string) => choices[key] ?? 'both'
  const lines = (box: 'description' | 'result') =>
    merged[box].flatMap((one, place) => {
      if ('line' in one) return [one.line]
      const { mine, theirs } = one.conflict
      const choice = kept(`${box}-${place}`)
      return [choice !== 'theirs' && mine, choice !== 'mine' && theirs].filter(
        (line) => line !== null && line !== false,
      )
    })
  return {
    description: lines('description'),
    result: lines('result'),
    issue: 'value' in issue ? issue.value : issueOf(issue, kept('issue')),
  }
}

function conflictingLines(box: 'description' | 'result', merged: MergedLine<ReportLine>[]): Conflict[] {
  return merged.flatMap((one, place) =>
    'line' in one
      ? []
      : [
          {
            key: `${box}-${place}`,
            label: reportFields[box],
            original: one.conflict.original.text,
            mine: shown(one.conflict.mine),
            theirs: shown(one.conflict.theirs),
          },
        ],
  )
}

/** A tick is part of what a line says. */
const shown = (line: ReportLine | null) =>
  line && `${line.done === null ? '' : line.done ? '已完成：' : '没有完成：'}${line.text}`

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
