import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { weekKeyOf, workingDaysOfWeek } from '@zhuowei/domain/calendar/weeks.ts'
import type { Writing } from '../../../platform/http/implement.ts'
import { handsReportsTo } from '../../../reports/access.ts'
import { parseLines } from '../../../reports/lines.ts'
import { markReportsRead } from '../../../reports/read-marks.ts'
import { ownMonth, ownTripSlot } from '../../../reports/slots.ts'
import { submitReport } from '../../../reports/submit.ts'
import { fileWeekly } from '../../../reports/weekly.ts'
import type { DemoAbsence } from '../absences.ts'
import type { Username } from '../cast.ts'
import {
  type DemoMonthly,
  type DemoTripReport,
  type DemoWeekly,
  demoMonthlies,
  demoTripReports,
  demoWeeklies,
} from '../period-reports.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, activityId, as } from '../stage/stage.ts'

/** 周报, 月报 and 出差报告 of the quarter, and who has read them. */
export function periodReportActs(world: Parameters<typeof demoWeeklies>[0]): Act[] {
  const trips = new Map(world.absences.map((absence) => [absence.key, absence]))
  return [
    ...demoWeeklies(world).map((report) => by(report, (work) => writeWeekly(work, report))),
    ...demoMonthlies(world).map((report) => by(report, (work) => writeMonthly(work, report))),
    ...demoTripReports(world).map((report) =>
      by(report, (work) => writeTrip(work, report, trips.get(report.trip))),
    ),
    ...readings(world.quarter),
  ]
}

const by = (
  { key, who, at }: { key: string; who: Username; at: Date },
  command: (work: Writing) => Promise<unknown>,
): Act => ({ at, key: `period|${key}`, play: (stage) => as(stage, who, at, command) })

const line = (text: string): ReportLine => ({ text, ref: null, done: null })
const reason = (late: boolean) => ({
  specialReasonKind: late ? ('late_return' as const) : null,
  specialReason: late ? '周末在外地，返程太晚' : null,
})

async function writeWeekly(work: Writing, report: DemoWeekly): Promise<void> {
  const stored = await work.db
    .selectFrom('reports')
    .select(['version', 'description'])
    .where('authorId', '=', work.actor.id)
    .where('kind', '=', 'weekly')
    .where('periodKey', '=', report.week)
    .executeTakeFirst()
  const promised = parseLines(stored?.description ?? [])
  const description = promised.map((one) => ({ ...one, done: report.outcome(one.text) }))
  const open = description.some(({ done }) => !done)
  await fileWeekly(work, report.week, {
    summary: {
      version: stored?.version ?? 0,
      description,
      result: report.told.map(line),
      issue: open ? report.issue : null,
    },
    plan: {
      version: 0,
      description: report.plan.map(line),
      support: report.support ? [{ body: report.support }] : [],
    },
    ...reason(report.late),
  })
}

async function writeMonthly(work: Writing, report: DemoMonthly): Promise<void> {
  await submitReport(work, await ownMonth(work, report.month), {
    version: 0,
    description: report.gains.map(line),
    result: report.next.map(line),
    issue: report.troubles,
    ...reason(report.late),
  })
}

async function writeTrip(
  work: Writing,
  report: DemoTripReport,
  trip: DemoAbsence | undefined,
): Promise<void> {
  const { id } = await work.db
    .selectFrom('absences')
    .select('id')
    .where('personId', '=', work.actor.id)
    .where('kind', '=', 'trip')
    .where('fromDate', '=', report.from)
    .executeTakeFirstOrThrow()
  const visited = report.visits.map(
    ({ key, date, customer, result }): ReportLine => ({
      ...line(`${date.slice(5)} 拜访${customer}：${result}`),
      ref: { type: 'visit', id: activityId(key) },
    }),
  )
  await submitReport(work, await ownTripSlot(work, id), {
    version: 0,
    description: visited.length > 0 ? visited : [line(trip?.reason ?? '出差')],
    result: [line(report.effect)],
    issue: null,
    ...reason(report.late),
  })
}

/** The superiors go through them in the evening of the last working day and on the first one of the next week. */
function readings(quarter: Quarter): Act[] {
  const weeks = Array.from({ length: 12 }, (_, index) => weekKeyOf(addDays(quarter.first, index * 7)))
  return weeks.flatMap((week, index) => {
    const days = workingDaysOfWeek(quarter.calendar, week)
    const [first, last] = [days[0], days.at(-1)]
    const evening = last && atShanghai(last, '18:06')
    const morning = first && index > 0 && atShanghai(first, '10:50')
    return [evening, morning].flatMap((at) =>
      at ? (['anpeizhi', 'lin'] as const).map((who) => reading(who, at)) : [],
    )
  })
}

const reading = (who: 'anpeizhi' | 'lin', at: Date): Act => ({
  at,
  key: `period-read|${who}|${at.toISOString()}`,
  play: (stage) =>
    as(stage, who, at, async (work) => {
      const rows = await work.db
        .selectFrom('reports')
        .innerJoin('people', 'people.id', 'reports.authorId')
        .select('reports.id')
        .where('reports.kind', '<>', 'daily')
        .where('reports.handedAt', 'is not', null)
        .where('people.role', 'in', handsReportsTo(work.actor))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('reportReads')
                .select('reportId')
                .whereRef('reportReads.reportId', '=', 'reports.id')
                .where('personId', '=', work.actor.id),
            ),
          ),
        )
        .orderBy('reports.id')
        .execute()
      if (rows.length > 0)
        await markReportsRead(
          work,
          rows.map(({ id }) => id),
        )
    }),
})
