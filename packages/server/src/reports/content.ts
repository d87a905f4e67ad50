import type { DraftContent, ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { isComplete, lacksIssue, unfinished } from '@zhuowei/domain/reports/daily-draft.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { undecidedLines } from '@zhuowei/domain/reports/weekly.ts'
import { givesSpecialReason } from '../obligations/duty.ts'
import type { FieldError } from '../platform/refusal.ts'
import type { SupportLine } from './support.ts'

export interface Content {
  description: ReportLine[]
  result: ReportLine[]
  issue: string | null
}

export interface SpecialReasonGiven {
  specialReasonKind: DraftContent['specialReasonKind']
  specialReason: string | null
}

/** What one submission says; `support` belongs to a weekly plan. */
export interface Written extends Content, SpecialReasonGiven {
  version: number
  support: SupportLine[]
}

/** What a person typed, without the lines that were left empty. */
export function tidy<T extends Content>(content: T): T {
  const filled = (lines: ReportLine[]) =>
    lines.map((line) => ({ ...line, text: line.text.trim() })).filter(({ text }) => text !== '')
  return { ...content, description: filled(content.description), result: filled(content.result) }
}

/** What still stands between a draft and a submission, field by field; empty when it is complete. */
export function missingParts(kind: ObligationKind, content: Content): FieldError[] {
  const { description, result, issue } = content
  switch (kind) {
    case 'daily':
      return [
        ...wanted(description, 'description', `请填写${reportFields.description}（当日工作计划）`),
        ...missingResult(content),
        ...missingIssue(content),
      ]
    case 'weekly_plan':
      return wanted(description, 'description', '请填写下周工作计划')
    case 'weekly_summary':
      return [...missingDecisions(content), ...missingResult(content), ...missingIssue(content)]
    case 'monthly':
      return [
        ...wanted(description, 'description', '请填写工作成果'),
        ...(issue?.trim() ? [] : [{ path: 'issue', message: '请填写工作中存在问题' }]),
        ...wanted(result, 'result', '请填写下月工作重点'),
      ]
    case 'trip':
      return [
        ...wanted(description, 'description', '请填写工作内容'),
        ...wanted(result, 'result', '请填写出差效果，存在问题及下一步计划'),
      ]
  }
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
export function saysTheSame(one: Omit<Written, 'version'>, other: Omit<Written, 'version'>): boolean {
  const words = ({ description, result, issue, specialReasonKind, specialReason, support }: typeof one) =>
    JSON.stringify([
      ...[description.map(flat), result.map(flat), issue, specialReasonKind, specialReason],
      support.map(({ body }) => body),
    ])
  return words(one) === words(other)
}

const flat = ({ text, ref, done, issue }: ReportLine) => [text, ref?.type, ref?.id, done, issue ?? '']

const textOf = (lines: readonly ReportLine[]) => lines.map(({ text }) => text).join('\n')

function wanted(lines: readonly ReportLine[], path: string, message: string): FieldError[] {
  return isComplete({ plan: textOf(lines), result: '-' }) ? [] : [{ path, message }]
}

function missingResult({ result, issue }: Content): FieldError[] {
  const said = isComplete({ plan: '-', result: `${textOf(result)}${issue ?? ''}` })
  return said ? [] : [{ path: 'result', message: `请填写${reportFields.result}` }]
}

/** 五.1.2)①, 五.2.3)②: what was not done asks for 存在问题. */
function missingIssue({ description, issue }: Content): FieldError[] {
  if (!lacksIssue({ description, issue })) return []
  return [{ path: 'issue', message: `${unfinished(description)} 项没有完成，请填写存在问题及计划` }]
}

/** 五.2.3)②: each item of the plan ends as 完成 or 未完成. */
function missingDecisions({ description }: Content): FieldError[] {
  const open = undecidedLines(description)
  return open > 0 ? [{ path: 'description', message: `还有 ${open} 项没有注明完成或未完成` }] : []
}
