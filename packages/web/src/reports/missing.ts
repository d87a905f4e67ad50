import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { isComplete, lacksIssue } from '@zhuowei/domain/reports/daily-draft.ts'
import { contentOf, type DailyDraft } from './daily-draft.ts'

/** The first thing that still stands between the draft and its submission, for the button; the server decides. */
export function missingIn(draft: DailyDraft, needsReason: boolean): string | null {
  const { description, result, issue } = contentOf(draft)
  if (needsReason && !draft.specialReasonKind) return '先选特殊原因'
  if (needsReason && draft.specialReasonKind === 'other' && !draft.specialReason.trim())
    return '先写明其他原因'
  const plan = description.map(({ text }) => text).join('')
  const done = result.map(({ text }) => text).join('') + (issue ?? '')
  if (!isComplete({ plan, result: '-' })) return `先填${reportFields.description}`
  if (!isComplete({ plan: '-', result: done })) return `先填${reportFields.result}`
  return lacksIssue({ description, issue }) ? '先写存在问题及计划' : null
}
