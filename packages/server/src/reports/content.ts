import type { DraftContent, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { isComplete, lacksIssue, unfinished } from '@zhuowei/domain/reports/daily-draft.ts'
import { givesSpecialReason } from '../obligations/duty.ts'
import type { FieldError } from '../platform/refusal.ts'

export interface Content {
  description: ReportLine[]
  result: ReportLine[]
  issue: string | null
}

export interface SpecialReasonGiven {
  specialReasonKind: DraftContent['specialReasonKind']
  specialReason: string | null
}

/** What a person typed, without the lines that were left empty. */
export function tidy<T extends Content>(content: T): T {
  const filled = (lines: ReportLine[]) =>
    lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
  return { ...content, description: filled(content.description), result: filled(content.result) }
}

/** 五.1.2)①: what still stands between a draft and a report, field by field; empty when it is complete. */
export function missingParts({ description, result, issue }: Content): FieldError[] {
  const errors: FieldError[] = []
  if (!isComplete({ plan: textOf(description), result: '-' }))
    errors.push({ path: 'description', message: `请填写${reportFields.description}（当日工作计划）` })
  if (!isComplete({ plan: '-', result: `${textOf(result)}${issue ?? ''}` }))
    errors.push({ path: 'result', message: `请填写${reportFields.result}` })
  if (lacksIssue({ description, issue }))
    errors.push({ path: 'issue', message: `${unfinished(description)} 项没有完成，请填写存在问题及计划` })
  return errors
}

/** §1B-2: in the grace period the special reason is required; 其他 needs words of its own. */
export function missingReason(given: SpecialReasonGiven): FieldError[] {
  if (!given.specialReasonKind)
    return [{ path: 'specialReasonKind', message: '已过正常截止，如有特殊原因请选择' }]
  return givesSpecialReason(given) ? [] : [{ path: 'specialReason', message: '请写明其他原因' }]
}

/** The line by which a report is shown in a list: what was done, otherwise what was planned. */
export function headlineOf({ description, result, issue }: Content): string {
  const first = result[0]?.text ?? issue ?? description[0]?.text ?? ''
  return first.length > 60 ? `${first.slice(0, 59)}…` : first
}

/** Two contents that say the same; a repeated save changes nothing. */
export function saysTheSame(one: Content & SpecialReasonGiven, other: Content & SpecialReasonGiven): boolean {
  const words = ({ description, result, issue, specialReasonKind, specialReason }: typeof one) =>
    JSON.stringify([description.map(flat), result.map(flat), issue, specialReasonKind, specialReason])
  return words(one) === words(other)
}

const flat = ({ text, ref, done }: ReportLine) => [text, ref?.type, ref?.id, done]

const textOf = (lines: readonly ReportLine[]) => lines.map(({ text }) => text).join('\n')
