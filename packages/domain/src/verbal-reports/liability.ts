import { liabilityWords } from '../clauses/prescribed.ts'
import { codesOf } from '../codes.ts'
import type { VerbalReportState } from './verbal-report.ts'

/** 五.5.2): who bears it, in the words of the regulation; 待认定 while the superior may still answer (系统默认). */
export const liabilityLabel = {
  own: liabilityWords.unreported,
  shared: liabilityWords.reported,
  open: '待认定',
} as const
export type Liability = keyof typeof liabilityLabel
export const liabilities = codesOf(liabilityLabel)

export interface LiabilityGround {
  liability: Liability
  reason: string
  clause: '五.5.2)①' | '五.5.2)②'
}

interface Reported {
  state: VerbalReportState
  /** When it was said, as the person wrote it down. */
  occurredAt: Date
  /** When it was written down, by the server's clock. */
  loggedAt: Date
}

/**
 * 责任依据 of an incident from the verbal report that was picked for it; shown, never carried out. What the superior confirmed counts
 * from when it was said; what nobody confirmed counts only from the server's own stamp, or a log written after the incident would help.
 */
export function liabilityOf(incidentAt: Date, report: Reported | null): LiabilityGround {
  if (!report) return own('事前没有口头汇报的记录')
  if (report.occurredAt >= incidentAt) return own('口头汇报在事件发生之后')
  switch (report.state) {
    case 'heard':
      return { liability: 'shared', reason: '事前汇报过，上级已听取', clause: '五.5.2)②' }
    case 'not_received':
      return own('上级确认没有收到这次汇报')
    case 'logged':
      return { liability: 'open', reason: '口头汇报还没有确认', clause: '五.5.2)②' }
    case 'stands':
      return report.loggedAt < incidentAt
        ? { liability: 'shared', reason: '事前已登记，上级没有按时确认，时间记录成立', clause: '五.5.2)②' }
        : own('事后才登记，也没有得到上级确认')
  }
}

const own = (reason: string): LiabilityGround => ({ liability: 'own', reason, clause: '五.5.2)①' })
