import type { CellState } from '@zhuowei/contract/compliance.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import { type ReportState, stateGlyph, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import type { GlyphTone } from '../ui/GlyphCell.tsx'
import type { Tone } from '../ui/StateTag.tsx'

/** The tag of a state; the colour is the same on every page. */
export const stateTone: Record<ReportState, Tone> = {
  pending: 'amber',
  on_time: 'green',
  excused_late: 'amber',
  missed: 'red',
  late_fill: 'red',
  exempt: 'grey',
  waived: 'grey',
}

export interface CellLook {
  tone: GlyphTone
  glyph: string
  label: string
}

const cellTone: Record<ReportState, GlyphTone> = {
  pending: 'dashed',
  on_time: 'done',
  excused_late: 'amber',
  missed: 'red-solid',
  late_fill: 'red',
  exempt: 'grey',
  waived: 'outlined',
}

/** The cell of a heat map; null where nobody owed anything. */
export function cellLook(state: CellState): CellLook | null {
  if (state === 'none') return null
  if (state === 'leave' || state === 'trip')
    return { tone: 'grey', glyph: stateGlyph('exempt', state), label: exemptionLabel[state] }
  return { tone: cellTone[state], glyph: stateGlyph(state, null), label: stateLabel[state] }
}

export const cellStateOf = (state: ReportState | null, exemption: Exemption | null): CellState =>
  state === null ? 'none' : state === 'exempt' && exemption ? exemption : state

const exemptionLabel = { leave: '请假，免填', trip: '出差，免填' }

export function percent(rate: number | null): string {
  return rate === null ? '无' : `${(rate * 100).toFixed(1)}%`
}
