import type { ComplianceRange } from '@zhuowei/contract/compliance.ts'
import { addDays, isoWeekOf, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import type { ObligationKind } from '@zhuowei/domain/reports/kinds.ts'
import { complianceOf, type SpecialReason, specialReasons } from '@zhuowei/domain/reports/timeliness.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import { type Ask, alone } from '../platform/db/together.ts'
import type { Reading } from '../platform/http/implement.ts'
import { checkRange, divisionInSight } from './scope.ts'

type KindRange = ComplianceRange & { kind?: ObligationKind[] | undefined }

/** The rate of each ISO week in the range. */
export async function weeklyCompliance(reading: Reading, range: KindRange, ask: Ask = alone) {
  checkRange(range)
  const own = range.divisionId === undefined ? reading.actor.divisionId : null
  const divisionId = own ?? (await divisionInSight(reading, range.divisionId)).id
  const counted = reading.db
    .selectFrom('obligations')
    .select(sql<PlainDate>`date_trunc('week', ${aboutDay})::date`.as('monday'))
    .select([stateNow(reading.now).as('counted'), sql<number>`count(*)::int`.as('count')])
    .where('divisionId', '=', divisionId)
    .where('kind', 'in', range.kind ?? ['daily'])
    .where('onDate', '>=', addDays(range.from, -1))
    .where(aboutDay, '>=', range.from)
    .where('onDate', '<=', range.to)
    .where(aboutDay, '<=', range.to)
    .groupBy(['monday', 'counted'])
    .orderBy('monday')
  const rows = await ask(counted)
  return [...Map.groupBy(rows, ({ monday }) => monday)].map(([monday, counts]) => ({
    ...isoWeekOf(monday),
    monday,
    compliance: complianceOf(counts.map(({ counted, count }) => ({ state: counted, count }))),
  }))
}

/** A plan is owed on the Sunday before the week that it is about: it counts in its own week, as the map of the weeks has it. */
const aboutDay = sql<PlainDate>`(obligations.on_date + (obligations.kind = 'weekly_plan')::int)`

// Written from the contract's enum; the plan of a week has its own.
const reasonKind = sql<SpecialReason | null>`case when obligations.kind = 'weekly_plan'
  then reports.plan_special_reason_kind else reports.special_reason_kind end`

/** How often each special reason was used, and by whom: for reports of every kind unless some are asked for. */
export async function specialReasonTally(reading: Reading, range: KindRange) {
  checkRange(range, 'periods')
  const { db, now } = reading
  const division = await divisionInSight(reading, range.divisionId)
  const rows = await db
    .selectFrom('obligations')
    .innerJoin('reports', 'reports.id', 'obligations.reportId')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select((row) => [
      'people.id',
      'people.name',
      reasonKind.as('kind'),
      row.fn.countAll<number>().as('count'),
    ])
    .where('obligations.divisionId', '=', division.id)
    .$if(range.kind !== undefined, (query) => query.where('obligations.kind', 'in', range.kind ?? []))
    .where('obligations.onDate', '>=', addDays(range.from, -1))
    .where(aboutDay, '>=', range.from)
    .where('obligations.onDate', '<=', range.to)
    .where(aboutDay, '<=', range.to)
    .where(reasonKind, 'is not', null)
    .where(stateNow(now), '=', 'excused_late')
    .groupBy(['people.id', 'people.name', reasonKind])
    .orderBy((row) => row.fn.countAll(), 'desc')
    .execute()
  return specialReasons.map((kind) => {
    const people = rows
      .filter((row) => row.kind === kind)
      .map(({ id, name, count }) => ({ id, name, count: Number(count) }))
    return { kind, count: people.reduce((sum, { count }) => sum + count, 0), people }
  })
}
