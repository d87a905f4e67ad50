import type { PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { type WorkCalendar, workingDaysIn } from '@zhuowei/domain/calendar/working-days.ts'
import { type ParameterRow, resolveParameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { type Absence, dailyDeadlines, dailyDuty, isExemptRole } from '@zhuowei/domain/reports/daily.ts'
import type { Reason } from '@zhuowei/domain/reports/reason.ts'

interface Effect {
  /** Days whose daily report need not be written. */
  freed: PlainDate[]
  /** Days that are owed although somebody is away, with the reason. */
  owed: { date: PlainDate; reason: Reason | undefined }[]
  /** Days whose last chance is over: what was decided stays. */
  closed: PlainDate[]
}

interface Rules {
  calendar: WorkCalendar
  decisions: readonly ParameterRow[]
  now: Date
  role: Role
}

/** What an absence will do to the daily reports of its working days, by the same rule as the ledger. */
export function effectOn(absence: Absence, others: readonly Absence[], rules: Rules): Effect {
  const { calendar, decisions, now, role } = rules
  const effect: Effect = { freed: [], owed: [], closed: [] }
  for (const date of workingDaysIn(calendar, absence.from, absence.to)) {
    const parameters = resolveParameters(decisions, date)
    const person = { entryDate: date, leavingDate: null, exemptRole: isExemptRole(role, parameters) }
    const duty = dailyDuty({ date, person, absences: [absence, ...others] }, calendar, parameters)
    if (duty.state === 'none') continue
    if (dailyDeadlines(date, calendar, parameters).grace < now) effect.closed.push(date)
    else if (duty.state === 'exempt') effect.freed.push(date)
    else effect.owed.push({ date, reason: duty.reasons.at(1) ?? duty.reasons[0] })
  }
  return effect
}
