import type { PlainDate } from '../calendar/dates.ts'
import { atShanghai, endOfDay } from '../calendar/dates.ts'
import type { WorkCalendar } from '../calendar/working-days.ts'
import { addWorkingDays, nextWorkingDay } from '../calendar/working-days.ts'
import type { Parameters } from '../clauses/parameters.ts'
import { reportForms } from '../clauses/prescribed.ts'
import type { Duty, Employment } from './daily.ts'
import type { Period } from './period.ts'
import { noDuty, outsideEmployment, owes } from './period.ts'

/** A registered trip that stands: neither cancelled nor refused. */
export type Trip = { id: string; place: string; from: PlainDate; to: PlainDate; registeredOn: PlainDate }

/** 五.4.2)①: 望舒出差报告. */
export function tripSubject(place: string): string {
  return reportForms.trip.subject.replace('××', place)
}

export type TripPeriod = Period<'trip'> & { trip: Trip; dueOn: PlainDate }

/** §1B-10: the first working day after the return; of a trip that was registered afterwards nobody could know before that. */
export function tripPeriod(trip: Trip, calendar: WorkCalendar, parameters: Parameters): TripPeriod {
  const back = knownFrom(trip)
  const dueOn = addWorkingDays(calendar, back, parameters['trip.reportDueWD'])
  return {
    ...{ kind: 'trip', key: trip.id, subject: tripSubject(trip.place) },
    ...{ onDate: back, opensOn: back, trip, dueOn },
    due: endOfDay(dueOn),
    grace: atShanghai(nextWorkingDay(calendar, dueOn), parameters['trip.graceTime']),
  }
}

/** 五.4.3)①: who went tells of it, if he is still there when it is due. */
export function tripDuty({ trip, dueOn }: TripPeriod, person: Employment): Duty {
  const outside = outsideEmployment(trip.to, person) ?? outsideEmployment(dueOn, person)
  if (outside) return noDuty(outside)
  const late =
    trip.registeredOn > trip.to
      ? [{ text: `返回后 ${trip.registeredOn} 才登记，期限从登记日算起。`, clause: '五.4.3)①' as const }]
      : []
  return owes({ text: `出差（${trip.from} 至 ${trip.to}），回来再填出差报告。`, clause: '五.4.3)①' }, ...late)
}

export const knownFrom = ({ to, registeredOn }: Trip): PlainDate => (registeredOn > to ? registeredOn : to)
