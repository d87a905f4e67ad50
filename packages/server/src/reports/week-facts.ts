import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, shanghaiDate as dayOf, type PlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import {
  clipLine,
  type DraftLine,
  gradeChangeLine,
  newCustomerLine,
  visitLine,
} from '@zhuowei/domain/reports/daily-draft.ts'
import { besidePromises, type Happening } from '@zhuowei/domain/reports/promises.ts'
import { finishedTaskLine } from '@zhuowei/domain/reports/task-lines.ts'
import { type WeekAhead, weeklyPlanDraft } from '@zhuowei/domain/reports/weekly-draft.ts'
import { listDueVisits } from '../due-visits/list.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import type { Reading } from '../platform/http/implement.ts'
import { clauseOf, type KnownFact } from './day-facts.ts'
import { type Days, gradeChangesIn, newCustomersIn, visitsIn } from './happened.ts'
import { parseLines } from './lines.ts'
import { periodFact } from './period-fact.ts'
import { customersBehind } from './promised-customers.ts'
import { assignedTo, tasksFinishedIn } from './task-facts.ts'

/**
 * 五.2.3)② what happened in a week. What stands beside an item of its plan is written into 完成情况; the rest is offered by day. A day
 * that was reported is told in the words of its report.
 */
export async function weekFacts(
  db: Database | Trx,
  days: Days,
  plan: readonly ReportLine[],
): Promise<KnownFact[]> {
  const happenings = await happeningsIn(db, days)
  const customerOf = await customersBehind(
    db,
    days.divisionId,
    plan.map(({ ref }) => ref),
  )
  const promised = plan.map(({ text, ref }) => ({ text, ref, customerId: customerOf(ref)?.id ?? null }))
  const { beside, rest } = besidePromises(promised, happenings)
  const keeps = new Map<Told, string[]>()
  for (const [place, kept] of beside.entries())
    for (const happening of kept as Told[]) // besidePromises hands back what it was given
      keeps.set(happening, [...(keeps.get(happening) ?? []), promised[place]?.text ?? ''])
  const fact = ({ on, customer: _, at, knownAt, ...line }: Told, kept: string[]) =>
    periodFact(line, {
      ...{ box: 'result', at, knownAt, keeps: kept, offered: kept.length === 0 },
      group: shortDate(on, days.to),
      clause: clauseOf(line),
    })
  return [
    ...[...keeps].map(([happening, kept]) => fact(happening, kept)),
    ...(rest as Told[]).map((happening) => fact(happening, [])),
  ]
}

type Told = Happening & { at: Date | null; knownAt: Date | null }

/** Everything that happened, once: what a daily report carries already is not told a second time. */
export async function happeningsIn(db: Database | Trx, days: Days): Promise<Told[]> {
  const [reported, visits, customers, changes, tasks] = await Promise.all([
    reportedDays(db, days),
    visitsIn(db, days),
    newCustomersIn(db, days),
    gradeChangesIn(db, days),
    tasksFinishedIn(db, days),
  ])
  const told = new Set(reported.flatMap(({ line }) => (line.ref ? `${line.ref.type} ${line.ref.id}` : [])))
  const recorded = [
    ...visits.map((visit) => ({ ...visit, line: visitLine(visit) })),
    ...customers.map((one) => ({ ...one, on: dayOf(one.at), account: one.name, line: newCustomerLine(one) })),
    ...changes.map((one) => ({ ...one, on: dayOf(one.at), line: gradeChangeLine(one) })),
  ]
  const customerOf = await customersBehind(
    db,
    days.divisionId,
    reported.map(({ line }) => line.ref),
  )
  const finished = tasks.filter(({ id }) => !told.has(`task ${id}`))
  return [
    ...reported.map(({ id, on, line: { text, ref } }) => ({
      ...{ text, ref: ref ?? { type: 'report' as const, id }, on },
      ...{ customer: customerOf(ref), at: null, knownAt: null },
    })),
    ...recorded
      .filter(({ line }) => !told.has(`${line.ref?.type} ${line.ref?.id}`))
      .map(({ line, on, at, knownAt = at, customerId, account }) => ({
        ...line,
        ...{ text: clipLine(line.text), on, at, knownAt, customer: { id: customerId, name: account } },
      })),
    ...finished.map((task) => ({
      ...finishedTaskLine(task),
      ...{ on: task.on, at: task.at, knownAt: task.at },
      customer: task.customerId ? { id: task.customerId, name: task.customer ?? '' } : null,
    })),
  ]
}

/** 五.2.2)① what waits for a week: next steps and planned visits are written in, 遗忘客户 are offered. */
export async function weekAheadFacts(
  reading: Reading,
  { divisionId, personId, from, to }: Days,
  last: { undone: readonly DraftLine[]; unsaid: readonly DraftLine[]; endsOn: PlainDate },
): Promise<KnownFact[]> {
  const { db, now } = reading
  const { undone, unsaid, endsOn } = last
  const today = dayOf(now)
  const [steps, plannedVisits, forgotten, tasks] = await Promise.all([
    stepsUntil(db, { divisionId, personId, from, to }),
    visitsPlanned(db, { divisionId, personId, from, to }),
    listDueVisits(reading, { ownerId: [personId], limit: forgottenLookedAt }),
    assignedTo(db, { personId, to }),
  ])
  const ahead: WeekAhead = {
    monday: from,
    slippedBefore: today < endsOn ? today : from,
    left: undone,
    steps,
    tasks,
    plannedVisits,
    forgotten: forgotten.items,
  }
  const { lines, offers } = weeklyPlanDraft(ahead)
  return [
    ...lines.map((line) =>
      periodFact(line, {
        box: 'description',
        group: line.leftFrom ? '没完成的' : groupOf(line),
        clause: line.leftFrom ? '五.2.3)②' : clauseOf(line),
      }),
    ),
    // Beside it stands the week itself, where each of these is asked for.
    ...unsaid.map((line) =>
      periodFact(line, { box: 'description', group: '没完成的', clause: '五.2.3)②', offered: true }),
    ),
    ...offers.map((line) =>
      line.ref?.type === 'task'
        ? periodFact(line, {
            box: 'description',
            group: '以后到期的交办',
            clause: clauseOf(line),
            offered: true,
          })
        : periodFact(line, { box: 'description', group: '遗忘客户', clause: '六.4.1)', offered: true }),
    ),
  ]
}

function groupOf({ ref }: DraftLine): string {
  if (ref?.type === 'task') return '交办任务'
  return ref?.type === 'account' ? '计划的拜访' : '到期的下一步'
}

const forgottenLookedAt = 20

// What was promised longer ago is red on 今天; nobody plans it anew each week.
const promiseDays = 28

async function stepsUntil(
  db: Database | Trx,
  { divisionId, personId, from, to }: Days,
): Promise<WeekAhead['steps']> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customerId', 'customers.name', 'activities.nextStep', 'nextOn'])
    .where('activities.divisionId', '=', divisionId)
    .where('activities.authorId', '=', personId)
    .where('activities.nextOn', '>', addDays(from, -promiseDays))
    .where('activities.nextOn', '<=', to)
    .where('activities.nextDoneAt', 'is', null)
    .where('activities.deletedAt', 'is', null)
    .orderBy('activities.nextOn')
    .orderBy('activities.happenedAt')
    .limit(40)
    .execute()
  return rows.map(({ id, customerId, name, nextStep, nextOn }) => ({
    ref: { type: 'visit', id },
    customer: { id: customerId, name },
    step: nextStep,
    on: nextOn ?? to,
  }))
}

async function visitsPlanned(
  db: Database | Trx,
  { divisionId, personId, to }: Days,
): Promise<WeekAhead['plannedVisits']> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name', 'plannedVisitOn'])
    .select((row) => row.ref('grade').$castTo<Grade>().as('grade')) // customers_grade_known
    .where('divisionId', '=', divisionId)
    .where('ownerId', '=', personId)
    .where('plannedVisitOn', '<=', to)
    .where('deletedAt', 'is', null)
    .orderBy('plannedVisitOn')
    .limit(20)
    .execute()
  return rows.map(({ plannedVisitOn, ...row }) => ({ ...row, on: plannedVisitOn ?? to }))
}

/** The lines of the daily reports that were submitted for these days. */
async function reportedDays(db: Database | Trx, { personId, from, to }: Days) {
  const rows = await db
    .selectFrom('reports')
    .select(['id', 'periodKey', 'result'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '>=', from)
    .where('periodKey', '<=', to)
    .where('submittedAt', 'is not', null)
    .orderBy('periodKey')
    .execute()
  return rows.flatMap(({ id, periodKey, result }): { id: string; on: PlainDate; line: ReportLine }[] =>
    parseLines(result).map((line) => ({ id, on: periodKey, line })),
  )
}
