import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { addDays, atShanghai, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { lastWorkingDayOnOrBefore, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import {
  clipLine,
  type DayFacts,
  type DraftGradeChange,
  type DraftLine,
  dailyDraft,
  leftOver,
  type PlannedStep,
  plannedOnce,
  visitLine,
} from '@zhuowei/domain/reports/daily-draft.ts'
import { besidePromises } from '@zhuowei/domain/reports/promises.ts'
import { assignedTaskLine, type DraftTask, finishedTaskLine } from '@zhuowei/domain/reports/task-lines.ts'
import type { Database, Trx } from '../platform/db/connect.ts'
import { newCustomersIn, visitsIn } from './happened.ts'
import { parseLines } from './lines.ts'
import { customersBehind } from './promised-customers.ts'
import { assignedTo, settledTasks, tasksFinishedIn } from './task-facts.ts'

export interface KnownFact {
  at: Date | null
  line: ReportLine
  box: 'description' | 'result' | 'issue'
  /** Under what it is offered: a day, a week, 遗忘客户. */
  group?: string
  /** The words of the promises that it stands beside (五.2.3)②). */
  keeps?: string[]
  /** Waits to be taken over; every other fact stands in a draft that is begun. */
  offered?: boolean
  clause: string | null
  /** When the system learned of it, which may be long after it happened. */
  knownAt: Date | null
}

export interface Day {
  divisionId: string
  personId: string
  date: PlainDate
}

/** What the system knows of a person's day, as lines for both boxes (五.1.2)①). */
export async function knownFacts(db: Database | Trx, day: Day, calendar: WorkCalendar): Promise<KnownFact[]> {
  // What happened on days off since the last working day belongs to this report, or it would be told nowhere.
  const since = addDays(lastWorkingDayOnOrBefore(calendar, addDays(day.date, -1)), 1)
  const last = await lastFiled(db, day)
  const [steps, left, visits, customers, changes, tasks, finished] = await Promise.all([
    plannedSteps(db, day, last?.date ?? null),
    last ? stillOpen(db, day, leftOver(last, last.plan)) : [],
    visitsIn(db, { ...day, from: since, to: day.date }),
    newCustomersIn(db, { ...day, from: since, to: day.date }),
    openGradeChanges(db, day),
    assignedTo(db, { personId: day.personId, to: day.date }),
    tasksFinishedIn(db, { ...day, from: since, to: day.date }),
  ])
  const happened = new Map<string, When>()
  for (const { id, at, knownAt = at } of [...visits, ...customers, ...changes, ...finished])
    happened.set(id, { at, knownAt })
  const facts: DayFacts = {
    plannedSteps: plannedOnce(left, [...steps, ...tasks.due.map(asStep)]),
    visits,
    newCustomers: customers,
    gradeChanges: changes,
    finishedTasks: finished.map(finishedTaskLine),
  }
  const { planLines, resultLines } = dailyDraft(facts)
  const kept = await keptBy(db, day, planLines, visits)
  return [
    ...planLines.map((line, place) => {
      const fact = known(line, 'description', null, day.date)
      return kept[place] ? { ...fact, line: { ...fact.line, done: true } } : fact
    }),
    ...tasks.later
      .filter(({ id }) => !left.some(({ ref }) => ref?.id === id))
      .map((task) => ({
        ...known(assignedTaskLine(task), 'description', null, day.date),
        ...{ group: laterTasks, offered: true },
      })),
    ...resultLines.map((line) => known(line, 'result', happened.get(line.ref?.id ?? '') ?? null, day.date)),
  ]
}

const laterTasks = '以后到期的交办'

const asStep = (task: DraftTask): PlannedStep => ({ ...assignedTaskLine(task), at: null })

type When = { at: Date; knownAt: Date }

/** Who was seen as promised needs no tick by hand; its author can take it back before he submits. */
async function keptBy(
  db: Database | Trx,
  { divisionId }: Day,
  plan: readonly DraftLine[],
  visits: Awaited<ReturnType<typeof visitsIn>>,
): Promise<boolean[]> {
  const customerOf = await customersBehind(
    db,
    divisionId,
    plan.map(({ ref }) => ref),
  )
  return plan.map(({ text, ref }) => {
    // A visit to its customer is not yet what was assigned; that is done by feedback.
    if (ref?.type === 'task') return false
    const happened = visits
      .filter(({ id }) => id !== ref?.id)
      .map((visit) => ({
        ...visitLine(visit),
        on: visit.on,
        customer: { id: visit.customerId, name: visit.account },
      }))
    const { beside } = besidePromises([{ text, customerId: customerOf(ref)?.id ?? null }], happened)
    return (beside[0]?.length ?? 0) > 0
  })
}

/** 六.1.2)②: grade changes up to the day of the report that no report has carried yet. */
export async function openGradeChanges(
  db: Database | Trx,
  { divisionId, personId, date }: Day,
): Promise<(DraftGradeChange & { at: Date; knownAt?: Date })[]> {
  const rows = await db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .select(['gradeChanges.id', 'customers.name as account', 'reason', 'changedAt'])
    .select((row) => [
      row.ref('fromGrade').$castTo<Grade>().as('from'), // written by changeGrade alone
      row.ref('toGrade').$castTo<Grade>().as('to'),
    ])
    .where('gradeChanges.divisionId', '=', divisionId)
    .where('gradeChanges.ownerId', '=', personId)
    .where('reflectedInReportId', 'is', null)
    .where('changedAt', '<', atShanghai(addDays(date, 1), '00:00'))
    .orderBy('changedAt')
    .execute()
  return rows.map(({ changedAt, ...row }) => ({ ...row, at: changedAt }))
}

function known(line: DraftLine, box: KnownFact['box'], when: When | null, date: PlainDate): KnownFact {
  const at = when?.at ?? null
  const happened = at && shanghaiDate(at)
  const text =
    happened && happened < date ? clipLine(`${shortDate(happened, date)}：${line.text}`) : line.text
  return {
    at,
    line: { ...line, text, done: null },
    box,
    clause: clauseOf(line),
    knownAt: when?.knownAt ?? null,
  }
}

export function clauseOf({ ref }: DraftLine): string | null {
  if (ref?.type === 'task') return '二.2.1)(15)'
  return ref?.type === 'grade_change' ? '六.1.2)②' : null
}

// What was promised longer ago is red on 今天; nobody plans it anew each morning.
const promiseDays = 14

/** Promised for this day, or for one since the last report: that day's own report never told of it. */
async function plannedSteps(
  db: Database | Trx,
  { divisionId, personId, date }: Day,
  lastDate: PlainDate | null,
): Promise<PlannedStep[]> {
  const oldest = addDays(date, -promiseDays)
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customers.name', 'activities.nextStep'])
    .where('activities.divisionId', '=', divisionId)
    .where('activities.authorId', '=', personId)
    .where('activities.nextOn', '>', lastDate && lastDate > oldest ? lastDate : oldest)
    .where('activities.nextOn', '<=', date)
    .where('activities.nextDoneAt', 'is', null)
    .where('activities.deletedAt', 'is', null)
    .orderBy('activities.nextOn')
    .orderBy('activities.happenedAt')
    .execute()
  return rows.map(({ id, name, nextStep }) => ({
    text: nextStep ? `${name}：${nextStep}` : name,
    ref: { type: 'visit', id },
    at: null,
  }))
}

/** The plan of the last daily report that was submitted before this day. */
async function lastFiled(db: Database | Trx, { personId, date }: Day) {
  const last = await db
    .selectFrom('reports')
    .select(['id', 'periodKey', 'description'])
    .where('authorId', '=', personId)
    .where('kind', '=', 'daily')
    .where('periodKey', '<', date)
    .where('submittedAt', 'is not', null)
    .orderBy('periodKey', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && { id: last.id, date: last.periodKey, plan: parseLines(last.description) }
}

/** Without the next steps that were ticked off since, put off to a later day, or whose visit is gone, and without settled tasks. */
async function stillOpen(
  db: Database | Trx,
  { date, personId }: Day,
  left: DraftLine[],
): Promise<DraftLine[]> {
  const idsOf = (type: string) => left.flatMap(({ ref }) => (ref?.type === type ? [ref.id] : []))
  const [steps, tasks] = await Promise.all([
    settledSteps(db, date, idsOf('visit')),
    settledTasks(db, personId, idsOf('task')),
  ])
  return left.filter(({ ref }) => !ref || !(steps.has(ref.id) || tasks.has(ref.id)))
}

async function settledSteps(db: Database | Trx, date: PlainDate, visits: string[]): Promise<Set<string>> {
  if (visits.length === 0) return new Set()
  const rows = await db
    .selectFrom('activities')
    .select('id')
    .where('id', 'in', visits)
    .where((row) =>
      row.or([row('nextDoneAt', 'is not', null), row('deletedAt', 'is not', null), row('nextOn', '>', date)]),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}
