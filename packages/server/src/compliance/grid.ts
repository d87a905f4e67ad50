import type { CellState, ComplianceGrid, ComplianceRange } from '@zhuowei/contract/compliance.ts'
import { isoWeekOf, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { workingDaysIn } from '@zhuowei/domain/calendar/working-days.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import { complianceRate, type ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { loadWorkCalendar } from '../obligations/rules.ts'
import { stateNow } from '../obligations/state.ts'
import type { Database } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { regionNames } from '../reports/authors.ts'
import { checkRange, divisionInSight } from './scope.ts'

/** §6-6: person × working day with what each report counts as. */
export async function complianceGrid(reading: Reading, range: ComplianceRange): Promise<ComplianceGrid> {
  checkRange(range)
  const { db, now } = reading
  const { from, to } = range
  const division = await divisionInSight(reading, range.divisionId)
  const [calendar, people, rows] = await Promise.all([
    loadWorkCalendar(db),
    membersBetween(db, division.id, from, to),
    ledgerBetween(db, division.id, from, to, now),
  ])
  // A day whose obligations were written before the calendar changed stays a column.
  const dates = [...new Set([...workingDaysIn(calendar, from, to), ...rows.map(({ date }) => date)])].sort()
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  const perDay = Map.groupBy(rows.filter(isMissed), ({ date }) => date)
  return {
    from,
    to,
    division,
    days: dates.map((date) => ({
      date,
      type: calendar.day(date).type,
      week: isoWeekOf(date).week,
      missed: perDay.get(date)?.length ?? 0,
    })),
    people: people.map((person) => ({ ...person, ...rowOf(byPerson.get(person.id) ?? [], dates) })),
    compliance: complianceRate(rows.map(({ state }) => state)),
  }
}

interface LedgerCell {
  personId: string
  date: PlainDate
  state: ReportState
  exemption: Exemption | null
}

function ledgerBetween(
  db: Database | Reading['db'],
  divisionId: string,
  from: PlainDate,
  to: PlainDate,
  now: Date,
): Promise<LedgerCell[]> {
  return db
    .selectFrom('obligations')
    .select(['personId', 'onDate as date'])
    .select(stateNow(now).as('state'))
    .select((row) => row.ref('exemption').$castTo<Exemption | null>().as('exemption')) // obligations_exemption_known
    .where('divisionId', '=', divisionId)
    .where('kind', '=', 'daily')
    .where('onDate', '>=', from)
    .where('onDate', '<=', to)
    .execute()
}

export const isMissed = ({ state }: Pick<LedgerCell, 'state'>) => state === 'missed' || state === 'late_fill'

export const cellState = ({ state, exemption }: Pick<LedgerCell, 'state' | 'exemption'>): CellState =>
  state === 'exempt' && exemption ? exemption : state

/** Everybody who belonged to the division at some time in the range, by staff number; the manager first. */
export function membersBetween(db: Reading['db'], divisionId: string, from: PlainDate, to: PlainDate) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'entryDate', 'leavingDate'])
    .select((row) => row.ref('role').$castTo<Role>().as('role')) // people_role_known
    .select(regionNames.as('region'))
    .where('divisionId', '=', divisionId)
    .where('entryDate', '<=', to)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', from)]))
    .orderBy((row) => row.case().when('role', '=', 'dm').then(0).else(1).end())
    .orderBy('employeeNo')
    .execute()
}

function rowOf(rows: readonly LedgerCell[], dates: readonly PlainDate[]) {
  const byDate = new Map(rows.map((row) => [row.date, row]))
  return {
    cells: dates.map((date): CellState => {
      const row = byDate.get(date)
      return row ? cellState(row) : 'none'
    }),
    excused: rows.filter(({ state }) => state === 'excused_late').length,
    missed: rows.filter(isMissed).length,
    compliance: complianceRate(rows.map(({ state }) => state)),
  }
}
