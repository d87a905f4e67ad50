import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import type { DraftLine } from '@zhuowei/domain/reports/daily-draft.ts'

/** Something that the system knows of a week, a month or a trip, as a line for one of the boxes. */
export interface PeriodFact {
  at: Date | null
  line: ReportLine
  box: 'description' | 'result' | 'issue'
  clause: string | null
  knownAt: Date | null
  /** Under what it is offered: a day, a week, 遗忘客户. */
  group: string
  /** The words of the promises beside which it stands (五.2.3)②). */
  keeps: string[]
  /** Written into a draft that is begun; the others wait to be taken over. */
  prefilled: boolean
}

export function periodFact(
  line: DraftLine,
  about: Pick<PeriodFact, 'box' | 'group'> & Partial<Omit<PeriodFact, 'line'>>,
): PeriodFact {
  return {
    ...{ at: null, clause: null, knownAt: null, keeps: [], prefilled: false },
    ...about,
    line: { ...line, done: null },
  }
}
