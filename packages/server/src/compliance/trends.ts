import type { ComplianceRange } from '@zhuowei/contract/compliance.ts'
import { isoWeekOf, mondayOf } from '@zhuowei/domain/calendar/dates.ts'
import { complianceRate, type SpecialReason, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'
import { ledgerBetween } from './grid.ts'
import { checkRange, divisionInSight } from './scope.ts'

/** The rate of each ISO week in the range. */
export async function weeklyCompliance(reading: Reading, range: ComplianceRange) {
  checkRange(range)
  const division = await divisionInSight(reading, range.divisionId)
  const rows = await ledgerBetween(reading.db, division.id, range.from, range.to, reading.now)
  const weeks = Map.groupBy(rows, ({ date }) => mondayOf(date))
  return [...weeks]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([monday, cells]) => ({
      ...isoWeekOf(monday),
      monday,
      compliance: complianceRate(cells.map(({ state }) => state)),
    }))
}

/** How often each special reason was used, and by whom. */
export async function specialReasonTally(reading: Reading, range: ComplianceRange) {
  checkRange(range)
  const { db, now } = reading
  const division = await divisionInSight(reading, range.divisionId)
  const rows = await db
    .selectFrom('obligations')
    .innerJoin('reports', 'reports.id', 'obligations.reportId')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select((row) => [
      'people.id',
      'people.name',
      row.ref('reports.specialReasonKind').$castTo<SpecialReason>().as('kind'), // written from the contract's enum
      row.fn.countAll<number>().as('count'),
    ])
    .where('obligations.divisionId', '=', division.id)
    .where('obligations.kind', '=', 'daily')
    .where('obligations.onDate', '>=', range.from)
    .where('obligations.onDate', '<=', range.to)
    .where('reports.specialReasonKind', 'is not', null)
    .where(stateNow(now), '=', 'excused_late')
    .groupBy(['people.id', 'people.name', 'reports.specialReasonKind'])
    .orderBy((row) => row.fn.countAll(), 'desc')
    .execute()
  return specialReasons.map((kind) => {
    const people = rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, count }) => ({ id, name, count: Number(count) }))
    return { kind, count: people.reduce((sum, { count }) => sum + count, 0), people }
  })
}
