import { type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { weekKeyOf } from '@zhuowei/domain/calendar/weeks.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'

export interface NamedDuty {
  kind: ObligationKind
  periodKey: string
  subject: string
  onDate: PlainDate
  opensAt: Date
}

/** 11-20 周五日报 · 第47周总结 · 第48周计划 · 11月工作报告 · 望舒出差报告. */
export function dutyName(
  { kind, onDate, subject }: Omit<NamedDuty, 'periodKey' | 'opensAt'>,
  today: PlainDate,
) {
  return kind === 'daily' ? `${shortDate(onDate, today)}日报` : subject
}

/** The page on which it is written. A plan stands beside the summary of the week in which it is written. */
export function editorPath({ kind, periodKey, opensAt }: Pick<NamedDuty, 'kind' | 'periodKey' | 'opensAt'>) {
  switch (kind) {
    case 'daily':
      return `/reports/daily/${periodKey}`
    case 'weekly_summary':
      return `/reports/weekly/${periodKey}`
    case 'weekly_plan':
      return `/reports/weekly/${weekKeyOf(shanghaiDate(opensAt))}`
    case 'monthly':
      return `/reports/monthly/${periodKey}`
    case 'trip':
      return `/reports/trip/${periodKey}`
  }
}
