import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'

/** The form, in which nothing may be chosen yet. */
export interface AbsenceValues {
  personId: string | null
  kind: AbsenceRecord['kind']
  leaveType: AbsenceRecord['leaveType']
  place: string
  from: string
  to: string
  portion: AbsenceRecord['portion']
  reason: string
}

export function blankAbsence(today: PlainDate): AbsenceValues {
  return {
    personId: null,
    kind: 'leave',
    leaveType: null,
    place: '',
    from: today,
    to: today,
    portion: 'full',
    reason: '',
  }
}

/** Half a day exists only for leave on a single day. */
export const mayBeHalf = ({ kind, from, to }: AbsenceValues) => kind === 'leave' && from === to

/** A later start takes the end along. */
export function withFrom(values: AbsenceValues, from: string): AbsenceValues {
  return { ...values, from, to: values.to < from ? from : values.to }
}

/** What was typed for the other kind stays in the form and is not sent. */
export function wantedOf(values: AbsenceValues) {
  const { personId: _, kind, leaveType, place, portion, ...rest } = values
  return {
    ...rest,
    kind,
    leaveType: kind === 'leave' ? leaveType : null,
    place: kind === 'trip' ? place : null,
    portion: mayBeHalf(values) ? portion : ('full' as const),
  }
}

export const bodyOf = (values: AbsenceValues) => ({ ...wantedOf(values), personId: values.personId ?? '' })
