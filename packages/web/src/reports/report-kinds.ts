import type { ReportKind } from '@zhuowei/contract/report-shapes.ts'

/** 五.1 to 五.4 as they are called every day; the subjects of the reports themselves are prescribed. */
export const reportKindLabel: Record<ReportKind, string> = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  trip: '出差报告',
}
