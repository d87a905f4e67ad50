import type { Incident, VerbalReport } from '@zhuowei/contract/verbal-reports.ts'
import { liabilityLabel } from '@zhuowei/domain/verbal-reports/liability.ts'
import { verbalReportStateLabel } from '@zhuowei/domain/verbal-reports/verbal-report.ts'
import { StateTag, type Tone } from '../ui/StateTag.tsx'

const stateTone: Record<VerbalReport['state'], Tone> = {
  logged: 'amber',
  heard: 'green',
  not_received: 'red',
  stands: 'grey',
}

export function ReportState({ state }: Pick<VerbalReport, 'state'>) {
  return <StateTag tone={stateTone[state]}>{verbalReportStateLabel[state]}</StateTag>
}

const verdictTone: Record<Incident['liability']['verdict'], Tone> = {
  own: 'red',
  shared: 'amber',
  open: 'grey',
}

export function Verdict({ verdict }: Pick<Incident['liability'], 'verdict'>) {
  return <StateTag tone={verdictTone[verdict]}>{liabilityLabel[verdict]}</StateTag>
}

/** Every page that may say something else after a log, an answer or an incident. */
export const changedByReport = ['verbalReports', 'incidents', 'today', 'notifications'] as const
