import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { reportFields, reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import type { ReportKind } from '@zhuowei/domain/reports/kinds.ts'
import { askedLine } from './keepers.ts'
import type { Kept } from './report-draft.ts'

export type Box = 'description' | 'result' | 'issue'

export interface BoxWords {
  box: Box
  label: string
  /** The words of the text that say what belongs there; empty where the label says it. */
  prompt: string
}

const issue: BoxWords = { box: 'issue', label: '存在问题及计划', prompt: '' }

const prescribed = (form: { description: string; result: string }): BoxWords[] => [
  { box: 'description', label: reportFields.description, prompt: form.description },
  { box: 'result', label: reportFields.result, prompt: form.result },
  issue,
]

/** The boxes of each report in the order in which they are written and read. */
export const reportBoxes: Record<ReportKind, readonly BoxWords[]> = {
  daily: prescribed(reportForms.daily),
  weekly: prescribed(reportForms.weekly),
  monthly: [
    { box: 'description', label: '工作成果', prompt: '当月工作回顾之一' },
    { box: 'issue', label: '工作中存在问题', prompt: '当月工作回顾之二' },
    { box: 'result', label: reportForms.monthly.result, prompt: '' },
  ],
  trip: [
    { box: 'description', label: reportForms.trip.description, prompt: '' },
    { box: 'result', label: reportForms.trip.result, prompt: '' },
    issue,
  ],
}

/** The boxes that this report has: a weekly record is at first only its plan (五.2.2)①). */
export function boxesIn({ kind, weekly }: Pick<Report, 'kind' | 'weekly'>): readonly BoxWords[] {
  const boxes = reportBoxes[kind]
  return weekly && !weekly.summary ? boxes.filter(({ box }) => box === 'description') : boxes
}

export const reportWords = ({ description, result, issue, support }: Report): Kept => ({
  ...{ description, result, issue },
  support: support.filter(({ inPlan }) => inPlan).map(askedLine),
})
