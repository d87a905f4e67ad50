import type { CompliancePeriodGrid, ComplianceRange, PeriodUnit } from '@zhuowei/contract/compliance.ts'
import {
  addDays,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
} from '@zhuowei/domain/calendar/dates.ts'
import { mondayOfWeek, sundayOfWeek, weekKeyOf } from '@zhuowei/domain/calendar/weeks.ts'
import type { Exemption } from '@zhuowei/domain/reports/daily.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { complianceRate, type ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { weekNumber } from '@zhuowei/domain/reports/weekly.ts'
import { type DivisionRules, loadDivisionRules } from '../obligations/rules.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { cellState, isMissed, membersBetween } from './grid.ts'
import { checkRange, divisionInSight } from './scope.ts'

const kindsOf: Record<PeriodUnit, readonly ObligationKind[]> = {
  week: ['weekly_summary', 'weekly_plan'],
  month: ['monthly'],
  trip: ['trip'],
}

/** §6-6: person × week or month with what each weekly, monthly or trip report counts as. */
export async function compliancePeriods(
  reading: Reading,
  range: ComplianceRange & { unit: PeriodUnit },
): Promise<CompliancePeriodGrid> {
  checkRange(range, 'periods')
  const { unit } = range
  const span = wholePeriods(unit, range)
  const division = await divisionInSight(reading, range.divisionId)
  const [rules, people, rows] = await Promise.all([
    loadDivisionRules(reading.db, division.id),
    membersBetween(reading.db, division.id, span.from, span.to),
    rowsBetween(reading, division.id, unit, span),
  ])
  const columns = columnsOf(unit, span, rules)
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  const byColumn = Map.groupBy(rows, ({ column }) => column)
  return {
    ...{ unit, from: range.from, to: range.to, division },
    columns: columns.map((column) => ({ ...column, ...countsOf(byColumn.get(column.key) ?? []) })),
    people: people.map((person) => {
      const theirs = byPerson.get(person.id) ?? []
      const inColumn = Map.groupBy(theirs, ({ column }) => column)
      return {
        ...person,
        cells: columns.map(({ key }) => (inColumn.get(key) ?? []).map(cellOf)),
        excused: theirs.filter(({ state }) => state === 'excused_late').length,
        ...countsOf(theirs),
      }
    }),
    compliance: countsOf(rows).compliance,
  }
}

interface Row {
  obligationId: string
  personId: string
  kind: ObligationKind
  period: string
  subject: string
  column: string
  state: ReportState
  exemption: Exemption | null
}

async function rowsBetween(
  { db, now }: Reading,
  divisionId: string,
  unit: PeriodUnit,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<Row[]> {
  const rows = await db
    .selectFrom('obligations')
    .select(['id as obligationId', 'personId', 'periodKey as period', 'subject', 'onDate'])
    .select(stateNow(now).as('state'))
    .select((row) => [
      row.ref('kind').$castTo<ObligationKind>().as('kind'), // obligations_kind_known
      row.ref('exemption').$castTo<Exemption | null>().as('exemption'), // obligations_exemption_known
    ])
    .where('divisionId', '=', divisionId)
    .where('kind', 'in', [...kindsOf[unit]])
    // The plan of a week is counted from the Sunday before it.
    .where('onDate', '>=', addDays(from, unit === 'week' ? -1 : 0))
    .where('onDate', '<=', to)
    .orderBy('onDate')
    .orderBy('kind')
    .execute()
  const first = weekKeyOf(from)
  const last = weekKeyOf(to)
  return rows
    .map(({ onDate, ...row }) => ({ ...row, column: unit === 'week' ? row.period : monthOf(onDate) }))
    .filter(({ column }) => unit !== 'week' || (first <= column && column <= last))
}

/** The weeks or months that the asked days lie in, whole. */
function wholePeriods(unit: PeriodUnit, { from, to }: { from: PlainDate; to: PlainDate }) {
  return unit === 'week'
    ? { from: mondayOfWeek(weekKeyOf(from)), to: sundayOfWeek(weekKeyOf(to)) }
    : { from: firstDayOfMonth(monthOf(from)), to: lastDayOfMonth(monthOf(to)) }
}

function columnsOf(
  unit: PeriodUnit,
  { from, to }: { from: PlainDate; to: PlainDate },
  { parametersOn }: DivisionRules,
) {
  const columns: { key: string; label: string; from: PlainDate; to: PlainDate }[] = []
  for (let day = from; day <= to; ) {
    const week = weekKeyOf(day)
    const month = monthOf(day)
    const last = unit === 'week' ? sundayOfWeek(week) : lastDayOfMonth(month)
    columns.push({
      key: unit === 'week' ? week : month,
      label: unit === 'week' ? `第${weekNumber(week, parametersOn(last))}周` : `${Number(month.slice(5))}月`,
      from: day,
      to: last,
    })
    day = addDays(last, 1)
  }
  return columns
}

const cellOf = ({ obligationId, kind, period, subject, ...row }: Row) => ({
  ...{ obligationId, kind, period, subject },
  state: cellState(row),
})

const countsOf = (rows: readonly Row[]) => ({
  missed: rows.filter(isMissed).length,
  compliance: complianceRate(rows.map(({ state }) => state)),
})
