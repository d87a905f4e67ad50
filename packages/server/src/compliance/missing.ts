import type { OpenObligation } from '@zhuowei/contract/compliance.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import { addDays, endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { waiverDeadline } from '@zhuowei/domain/reports/timeliness.ts'
import { loadDivisionRules } from '../obligations/rules.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { mayUrge, mayWaive } from '../reports/access.ts'
import { divisionInSight } from './scope.ts'

// Five working days never span more days than this, holidays included.
const longestWindow = 30

/** What can still be acted on: reports past their due time that are still owed, and 未填 that may still be waived. */
export async function openObligations(
  reading: Reading,
  asked: string | undefined,
): Promise<OnServer<OpenObligation>[]> {
  const { db, actor, now } = reading
  const division = await divisionInSight(reading, asked)
  const today = shanghaiDate(now)
  const [rules, rows] = await Promise.all([
    loadDivisionRules(db, division.id),
    db
      .selectFrom('obligations')
      .innerJoin('people', 'people.id', 'obligations.personId')
      .select([
        'obligations.id',
        'personId',
        'people.name',
        'onDate',
        'dueAt',
        'graceAt',
        'people.divisionId',
      ])
      .select((row) => row.ref('people.role').$castTo<Role>().as('role')) // people_role_known
      .select(stateNow(now).as('state'))
      .where('obligations.divisionId', '=', division.id)
      .where('kind', '=', 'daily')
      .where('onDate', '>=', addDays(today, -longestWindow))
      .where('dueAt', '<=', endOfDay(today))
      .where(stateNow(now), 'in', ['pending', 'missed', 'late_fill', 'excused_late'])
      .orderBy('graceAt', 'desc')
      .orderBy('people.employeeNo')
      .execute(),
  ])
  return rows.flatMap((row) => {
    const until = waiverDeadline(row.onDate, rules.calendar, rules.parametersOn(row.onDate))
    if (now > until || (row.state === 'pending' && row.dueAt > now)) return []
    const may = mayWaive(actor, row)
    return {
      obligationId: row.id,
      person: { id: row.personId, name: row.name },
      date: row.onDate,
      subject: dailySubject(row.onDate),
      state: row.state,
      dueAt: row.dueAt,
      graceAt: row.graceAt,
      decideUntil: until,
      can: {
        urge: row.state === 'pending' && mayUrge(actor, row),
        waive: may && row.state !== 'excused_late',
        rejectReason: may && row.state === 'excused_late',
      },
    }
  })
}
