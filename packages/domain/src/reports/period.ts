import type { PlainDate } from '../calendar/dates.ts'
import type { Absence, Deadlines, Duty, Employment } from './daily.ts'
import type { ObligationKind } from './kinds.ts'
import type { Reason } from './reason.ts'

/** What one obligation is about and until when it may be met, the same for everybody. */
export type Period<K extends ObligationKind = ObligationKind> = Deadlines & {
  kind: K
  /** 2026-11-20 · 2026-W47 · 2026-11 · the number of the trip. */
  key: string
  /** What lists call it: 星期五工作日报 · 第47周总结 · 第48周计划 · 11月工作报告 · 望舒出差报告. */
  subject: string
  /** The day whose rules hold, and from which a waiver is counted. It stands whatever happens to the calendar. */
  onDate: PlainDate
  /** From this day on it is asked for; time lost before it moves no deadline. */
  opensOn: PlainDate
}

/** From when on a person owes reports (§1B-16). */
export function startOf({ entryDate, reportsFrom }: Employment): PlainDate {
  return reportsFrom && reportsFrom > entryDate ? reportsFrom : entryDate
}

/** §1B-5: leave of a whole day, in one piece or in two halves. */
export function onFullLeave(date: PlainDate, absences: readonly Absence[]): boolean {
  const covers = (half: 'am' | 'pm') =>
    absences.some(
      ({ kind, approved, from, to, portion }) =>
        kind === 'leave' &&
        approved &&
        from <= date &&
        date <= to &&
        (portion === 'full' || portion === half),
    )
  return covers('am') && covers('pm')
}

/** Why somebody who is outside the division on a day owes nothing for it; null when he belongs to it. */
export function outsideEmployment(date: PlainDate, person: Employment): Reason | null {
  if (person.exemptRole) return { text: '该岗位不填工作汇报。', clause: '一.4)' }
  if (date < person.entryDate) return { text: `${person.entryDate} 入职，此前不填。`, clause: '一.4)' }
  if (person.reportsFrom && date < person.reportsFrom)
    return { text: `${person.reportsFrom} 录入系统，此前不填。`, clause: '一.4)' }
  if (person.leavingDate && date > person.leavingDate)
    return { text: `${person.leavingDate} 离职，此后不填。`, clause: '一.4)' }
  return null
}

export const noDuty = (reason: Reason): Duty => ({
  owed: false,
  state: 'none',
  exemption: null,
  reasons: [reason],
})

export const freedByLeave = (text: string): Duty => ({
  owed: false,
  state: 'exempt',
  exemption: 'leave',
  reasons: [{ text, clause: '三.3-b' }],
})

export const owes = (...reasons: Reason[]): Duty => ({ owed: true, state: 'owed', exemption: null, reasons })

/** 五.4.3)①: a trip frees from the daily report and from nothing else. */
export function tripFreesNot(days: readonly PlainDate[], absences: readonly Absence[]): Reason[] {
  const away = absences.some(
    ({ kind, from, to }) => kind === 'trip' && days.some((day) => from <= day && day <= to),
  )
  return away ? [{ text: '出差只免日报，不免周报和月报。', clause: '五.4.3)①' }] : []
}
