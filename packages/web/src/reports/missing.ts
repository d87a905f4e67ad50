import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { isComplete, lacksIssue } from '@zhuowei/domain/reports/daily-draft.ts'
import { undecidedLines } from '@zhuowei/domain/reports/weekly.ts'
import { contentOf, type Line, type ReportDraft } from './report-draft.ts'

/*
 * The first thing that still stands between a draft and its submission, for the button; the server decides.
 */

export function missingIn(draft: ReportDraft, needsReason: boolean): string | null {
  const { description, result, issue } = contentOf(draft)
  const reason = missingReason(draft, needsReason)
  if (reason) return reason
  if (isEmpty(description)) return `先填${reportFields.description}`
  if (isEmpty(result) && !issue) return `先填${reportFields.result}`
  return lacksIssue({ description, issue }) ? '先写存在问题及计划' : null
}

/** One submit for both halves; a half that is locked or filed already is not asked for. */
export function missingInWeek(
  draft: ReportDraft,
  needsReason: boolean,
  halves: { summary: boolean; plan: boolean },
): string | null {
  const { description, result, next, issue } = contentOf(draft)
  const reason = missingReason(draft, needsReason)
  if (reason) return reason
  if (halves.summary) {
    const open = undecidedLines(description)
    if (open > 0) return `还有 ${open} 项没注明完成没有`
    if (isEmpty(result) && !issue) return `先填${reportFields.result}`
    if (lacksIssue({ description, issue })) return '未完成的先写存在问题'
  }
  return halves.plan && isEmpty(next) ? '先填下周工作计划' : null
}

export function missingInMonth(draft: ReportDraft, needsReason: boolean): string | null {
  const { description, result, issue } = contentOf(draft)
  const reason = missingReason(draft, needsReason)
  if (reason) return reason
  if (isEmpty(description)) return '先填工作成果'
  if (!issue) return '先填工作中存在问题'
  return isEmpty(result) ? '先填下月工作重点' : null
}

export function missingInTrip(draft: ReportDraft, needsReason: boolean): string | null {
  const { description, result } = contentOf(draft)
  const reason = missingReason(draft, needsReason)
  if (reason) return reason
  if (isEmpty(description)) return '先填工作内容'
  return isEmpty(result) ? '先填出差效果' : null
}

/** The same for a later version, whose reason was given long ago. */
export function missingInRevision({ kind, weekly }: Pick<Report, 'kind' | 'weekly'>, draft: ReportDraft) {
  switch (kind) {
    case 'daily':
      return missingIn(draft, false)
    case 'weekly':
      if (isEmpty(contentOf(draft).description)) return '先填当周工作计划'
      return missingInWeek(draft, false, { summary: Boolean(weekly?.summary), plan: false })
    case 'monthly':
      return missingInMonth(draft, false)
    case 'trip':
      return missingInTrip(draft, false)
  }
}

function missingReason(draft: ReportDraft, needed: boolean): string | null {
  if (needed && !draft.specialReasonKind) return '先选特殊原因'
  return needed && draft.specialReasonKind === 'other' && !draft.specialReason.trim()
    ? '先写明其他原因'
    : null
}

const isEmpty = (lines: readonly Line[]) =>
  !isComplete({ plan: lines.map(({ text }) => text).join(''), result: '-' })
