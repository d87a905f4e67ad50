import type { OpenedDaily, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import * as z from 'zod'
import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import type { Side } from '../ui/conflict.ts'
import { type DailyDraft, draftOf } from './daily-draft.ts'

interface DraftConflictProps {
  problem: Problem
  opened: OpenedDaily
  mine: DailyDraft
  onChoose: (version: number, chosen: DailyDraft) => void
}

const line = z.object({
  text: z.string(),
  ref: z.object({ type: z.enum(['visit', 'account', 'grade_change', 'report']), id: z.string() }).nullable(),
  done: z.boolean().nullable(),
})
const stored = z.object({
  version: z.number(),
  description: z.array(line),
  result: z.array(line),
  issue: z.string().nullable(),
})

/** The same draft was written in another window or on the phone: nothing is overwritten unseen. */
export function DraftConflict({ problem, opened, mine, onChoose }: DraftConflictProps) {
  const current = stored.safeParse(problem.facts?.current)
  if (!current.success) return null
  const theirs = draftOf(current.data)
  const boxes = [
    {
      key: 'description',
      label: reportFields.description,
      pick: (draft: Texts) => textOf(draft.description),
    },
    { key: 'result', label: reportFields.result, pick: (draft: Texts) => textOf(draft.result) },
    { key: 'issue', label: '存在问题及计划', pick: (draft: Texts) => draft.issue ?? '' },
  ]
  const choose = (sides: Record<string, Side>) => {
    const from = { original: draftOf(opened), mine, theirs }
    onChoose(current.data.version, {
      ...mine,
      description: from[sides.description ?? 'mine'].description,
      result: from[sides.result ?? 'mine'].result,
      issue: from[sides.issue ?? 'mine'].issue,
    })
  }
  return (
    <ConflictDialog
      title="这份草稿在别的窗口或手机上也改过"
      theirs="那边的"
      fields={boxes.map(({ key, label, pick }) => ({
        key,
        label,
        original: pick(opened),
        mine: pick(mine),
        theirs: pick(theirs),
      }))}
      onSave={choose}
      onGiveUp={() =>
        onChoose(current.data.version, { ...mine, ...theirs, specialReasonKind: mine.specialReasonKind })
      }
    />
  )
}

type Texts = { description: ReportLine[]; result: ReportLine[]; issue: string | null }

const textOf = (lines: readonly ReportLine[]) =>
  lines
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n')
