import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, firstDayOfMonth, lastDayOfMonth } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { type MonthFacts, type MonthWeek, monthlyDraft } from '@zhuowei/domain/reports/monthly-draft.ts'
import { besidePromises } from '@zhuowei/domain/reports/promises.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { KnownFact } from './day-facts.ts'
import { type Days, gradeChangesIn, newCustomersIn } from './happened.ts'
import { parseLines } from './lines.ts'
import { periodFact } from './period-fact.ts'
import { customersBehind } from './promised-customers.ts'
import { happeningsIn } from './week-facts.ts'

/**
 * 五.3.2)① the month's facts for the three boxes: figures, new customers and grade changes, the weeks' own words for 工作成果, their
 * problems for 工作中存在问题, what the last week left for 下月工作重点; and what came of the focus that the month before had set.
 */
export async function monthFacts(
  db: Database | Trx,
  { divisionId, personId, month }: { divisionId: string; personId: string; month: string },
  promised: readonly ReportLine[],
  now: Date,
): Promise<KnownFact[]> {
  const days = { divisionId, personId, from: firstDayOfMonth(month), to: lastDayOfMonth(month) }
  const [contacts, newCustomers, gradeChanges, weeks, dailies, kept] = await Promise.all([
    contactsIn(db, days),
    newCustomersIn(db, days),
    gradeChangesIn(db, days),
    weeksOf(db, days),
    dailiesIn(db, days, now),
    keptPromises(db, days, promised),
  ])
  const draft = monthlyDraft({ contacts, newCustomers, gradeChanges, weeks, dailies })
  const known = new Map([...newCustomers, ...gradeChanges].map(({ id, at }) => [id, at]))
  return [
    ...kept,
    ...draft.figures.map((line) =>
      periodFact(line, { box: 'description', group: '本月数字', offered: true }),
    ),
    ...draft.events.map((line) => {
      const at = known.get(line.ref?.id ?? '') ?? null
      const isGradeChange = line.ref?.type === 'grade_change'
      return periodFact(line, {
        ...{ box: 'description', at, knownAt: at },
        group: isGradeChange ? '等级变化' : '新客户',
        clause: isGradeChange ? '六.1.2)②' : null,
      })
    }),
    ...draft.weeks.flatMap(({ label, lines }) =>
      lines.map((line) => periodFact(line, { box: 'description', group: label, offered: true })),
    ),
    ...draft.problems.map((line) => periodFact(line, { box: 'issue', group: '各周存在问题', offered: true })),
    ...draft.unfinished.map((line) => periodFact(line, { box: 'result', group: '没完成的', offered: true })),
  ]
}

/** What happened for each point of the focus that the last month's report set. */
async function keptPromises(
  db: Database | Trx,
  days: Days,
  promised: readonly ReportLine[],
): Promise<KnownFact[]> {
  if (promised.length === 0) return []
  const customerOf = await customersBehind(
    db,
    days.divisionId,
    promised.map(({ ref }) => ref),
  )
  const items = promised.map(({ text, ref }) => ({ text, customerId: customerOf(ref)?.id ?? null }))
  const { beside } = besidePromises(items, await happeningsIn(db, days))
  const facts = new Map<string, KnownFact>()
  for (const [place, happened] of beside.entries())
    for (const { text, ref } of happened) {
      const key = `${ref?.type} ${ref?.id} ${text}`
      const fact =
        facts.get(key) ?? periodFact({ text, ref }, { box: 'description', group: '上月重点', offered: true })
      facts.set(key, { ...fact, keeps: [...(fact.keeps ?? []), items[place]?.text ?? ''] })
    }
  return [...facts.values()]
}

function contactsIn(
  db: Database | Trx,
  { divisionId, personId, from, to }: Days,
): Promise<MonthFacts['contacts'][number][]> {
  return db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select((row) => [
      row.ref('activities.kind').$castTo<VisitKind>().as('kind'), // activities_kind_known
      row.ref('customers.grade').$castTo<Grade>().as('grade'), // customers_grade_known
      sql<number>`count(*)::int`.as('count'),
    ])
    .where('activities.divisionId', '=', divisionId)
    .where(sql<boolean>`(activities.author_id = ${personId} or ${personId} = any(activities.visitor_ids))`)
    .where('activities.happenedOn', '>=', from)
    .where('activities.happenedOn', '<=', to)
    .where('activities.deletedAt', 'is', null)
    .groupBy(['activities.kind', 'customers.grade'])
    .execute()
}

/** A week belongs to the month of its Thursday, as it belongs to a year (ISO). */
async function weeksOf(db: Database | Trx, { personId, from, to }: Days): Promise<MonthWeek[]> {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'periodKey', 'subject', 'description', 'result', 'issue'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'weekly')
    .where('onDate', '>=', addDays(from, 3))
    .where('onDate', '<=', addDays(to, 3))
    .where('submittedAt', 'is not', null)
    .execute()
  return rows.map(({ id, periodKey, subject, description, result, issue }) => ({
    ...{ id, key: periodKey, label: subject.replace('总结', ''), issue },
    plan: parseLines(description),
    result: parseLines(result),
  }))
}

async function dailiesIn(
  db: Database | Trx,
  { personId, from, to }: Days,
  now: Date,
): Promise<MonthFacts['dailies']> {
  const rows = await db
    .selectFrom('obligations')
    .select([stateNow(now).as('state'), sql<number>`count(*)::int`.as('count')])
    .where('personId', '=', personId)
    .where('kind', '=', 'daily')
    .where('onDate', '>=', from)
    .where('onDate', '<=', to)
    .groupBy(sql`1`) // the state, whose parameters would make it a second expression
    .execute()
  const of = (...states: string[]) =>
    rows.reduce((sum, { state, count }) => sum + (states.includes(state) ? count : 0), 0)
  return {
    due: of('on_time', 'excused_late', 'missed', 'late_fill'),
    onTime: of('on_time'),
    excused: of('excused_late'),
  }
}
