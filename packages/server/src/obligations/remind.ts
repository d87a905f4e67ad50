import {
  addDays,
  atShanghai,
  endOfDay,
  type PlainDate,
  shanghaiDate,
  shanghaiTime,
} from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { reportWords } from '@zhuowei/domain/clauses/prescribed.ts'
import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import {
  type ObligationKind,
  obligationKinds,
  type ReportKind,
  reportKindOf,
} from '@zhuowei/domain/reports/kinds.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Database } from '../platform/db/connect.ts'
import { dutyName, editorPath, type NamedDuty } from './names.ts'
import { loadRules } from './rules.ts'
import { stateNow } from './state.ts'

/**
 * §1B-18, only to those still 待填 and never to somebody on leave; at 09:05 one list of 未填 to the superior. Says what is due at `now`,
 * however often and from how many servers it is called.
 */
export async function remindOfReports(db: Database, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').orderBy('id').execute()
  for (const { id } of divisions) {
    const { parameters } = await loadRules(db, id, shanghaiDate(now))
    for (const round of roundsDue(parameters, now)) await remindPending(db, id, round, now)
    if (shanghaiTime(now) >= parameters['remind.missedList'])
      await listMissed(db, id, parameters['remind.missedList'], now)
  }
}

/** A reminder of some reports at its time of day, on the day on which they open, are due, or can be filed for the last time. */
interface Round {
  name: 'first' | 'second' | 'grace'
  report: ReportKind
  on: 'opensAt' | 'dueAt' | 'graceAt'
  time: Extract<keyof Parameters, `remind.${string}`>
}

const rounds: readonly Round[] = [
  { report: 'daily', name: 'first', on: 'opensAt', time: 'remind.dailyFirst' },
  { report: 'daily', name: 'second', on: 'opensAt', time: 'remind.dailySecond' },
  { report: 'daily', name: 'grace', on: 'graceAt', time: 'remind.dailyGrace' },
  { report: 'weekly', name: 'first', on: 'opensAt', time: 'remind.weeklyLastWD' },
  { report: 'weekly', name: 'second', on: 'dueAt', time: 'remind.weeklySunday' },
  { report: 'weekly', name: 'grace', on: 'graceAt', time: 'remind.weeklyGrace' },
  { report: 'monthly', name: 'first', on: 'opensAt', time: 'remind.monthlyLastWD' },
  { report: 'monthly', name: 'grace', on: 'graceAt', time: 'remind.monthlyGrace' },
  // The text says nothing of trips: at the times of the daily report (系统默认).
  { report: 'trip', name: 'first', on: 'dueAt', time: 'remind.dailyFirst' },
  { report: 'trip', name: 'grace', on: 'graceAt', time: 'remind.dailyGrace' },
]

/** The latest reminders of today that have come; an earlier one that was slept through is not made up for. */
function roundsDue(parameters: Parameters, now: Date): Round[] {
  const time = shanghaiTime(now)
  if (time >= parameters['remind.quietFrom'] || time < parameters['remind.quietTo']) return []
  const come = rounds.filter((round) => time >= parameters[round.time])
  const isLatest = (round: Round) =>
    !come.some(
      (other) =>
        other.report === round.report &&
        (other.name === 'grace') === (round.name === 'grace') &&
        parameters[other.time] > parameters[round.time],
    )
  return come.filter(isLatest)
}

async function remindPending(db: Database, divisionId: string, round: Round, now: Date): Promise<void> {
  const pending = await pendingOf(db, divisionId, round, now)
  const byPerson = Map.groupBy(pending, (row) => `${row.personId} ${editorPath(row)}`)
  // Who owes both halves of a week is told of both at once.
  const alike = Map.groupBy(
    byPerson.values(),
    (rows) => `${editorPath(rows[0] as Pending)} ${rows.map(({ subject }) => subject).join('和')}`, // groupBy makes no empty group
  )
  for (const people of alike.values()) {
    const [rows] = people as [Pending[]] // groupBy makes no empty group
    const personIds = people.map(([row]) => row?.personId ?? '')
    await notify(db, { ...messageOf(rows, round, now), personIds }, now)
  }
}

type Pending = Awaited<ReturnType<typeof pendingOf>>[number]

function messageOf(rows: readonly Pending[], { name }: Round, now: Date) {
  const [first] = rows as readonly [Pending] // somebody owes something
  const today = shanghaiDate(now)
  const { dueAt, graceAt } = first
  const inGrace = name === 'grace'
  const names = rows.map((row) => (inGrace ? dutyName(row, today) : row.subject)).join('和')
  const wording = inGrace
    ? {
        title: `${names}${countdown(now, graceAt)}，过时${reportWords.countsAsMissed}`,
        body: `宽限截止 ${deadlineText(graceAt, today)}，须选特殊原因。`,
      }
    : { title: `${names}还没提交`, body: `正常截止 ${deadlineText(dueAt, today)}。` }
  const link = editorPath(first)
  return {
    ...wording,
    kind: 'reminder',
    link,
    dedupeKey: `remind:${link.slice('/reports/'.length).replace('/', ':')}:${name}`,
    until: inGrace ? graceAt : dueAt,
    // Of a trip only who made it is concerned.
    ...(first.kind !== 'trip' && { forGroup: true as const }),
  }
}

function pendingOf(db: Database, divisionId: string, { name, report, on }: Round, now: Date) {
  const today = shanghaiDate(now)
  const kinds = obligationKinds.filter((kind) => reportKindOf[kind] === report)
  const [from, to] = [atShanghai(today, '00:00'), endOfDay(today)]
  return (
    db
      .selectFrom('obligations')
      .select(['personId', 'periodKey', 'subject', 'onDate', 'opensAt', 'dueAt', 'graceAt'])
      .select((row) => row.ref('kind').$castTo<ObligationKind>().as('kind')) // obligations_kind_known
      .where('divisionId', '=', divisionId)
      .where('kind', 'in', kinds)
      .where('obligations.state', '=', 'pending')
      .where(stateNow(now), '=', 'pending')
      // 24:00 belongs to the day that it ends, 00:00 to the one that it begins.
      .where(on, on === 'dueAt' ? '>' : '>=', from)
      .where(on, on === 'dueAt' ? '<=' : '<', to)
      .$if(name === 'grace', (query) => query.where('dueAt', '<=', now))
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('absences')
              .select(sql`1`.as('one'))
              .whereRef('absences.personId', '=', 'obligations.personId')
              .where('absences.kind', '=', 'leave')
              .where('absences.portion', '=', 'full')
              .where('absences.approvedAt', 'is not', null)
              .where('absences.cancelledAt', 'is', null)
              .where('absences.fromDate', '<=', today)
              .where('absences.toDate', '>=', today),
          ),
        ),
      )
      .orderBy('personId')
      .orderBy('kind', 'desc')
      .execute()
  )
}

/** What closed since the list of the day before: staff to the manager, the manager to 总经理. */
async function listMissed(db: Database, divisionId: string, time: string, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const missed = await db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['obligations.id', 'people.name', 'obligations.onDate', 'obligations.subject'])
    .select((row) => [
      row.ref('people.role').$castTo<Role>().as('role'), // people_role_known
      row.ref('obligations.kind').$castTo<ObligationKind>().as('kind'), // obligations_kind_known
    ])
    .where('obligations.divisionId', '=', divisionId)
    .where('closesAt', '>=', atShanghai(addDays(today, -1), time))
    .where('closesAt', '<', atShanghai(today, time))
    .where(stateNow(now), 'in', ['missed', 'late_fill'])
    .orderBy('obligations.onDate')
    .orderBy('obligations.subject')
    .orderBy('people.employeeNo')
    .execute()
  for (const [superior, rows] of Map.groupBy(missed, ({ role }) => reportsTo[role])) {
    if (superior) await tellSuperior(db, divisionId, superior, rows, now)
  }
}

type Missed = Pick<NamedDuty, 'kind' | 'onDate' | 'subject'> & { id: string; name: string }

async function tellSuperior(
  db: Database,
  divisionId: string,
  role: Role,
  missed: readonly Missed[],
  now: Date,
): Promise<void> {
  const today = shanghaiDate(now)
  const reports = [...Map.groupBy(missed, (row) => dutyName(row, today))].map(
    ([report, rows]) => `${report}：${rows.map(({ name }) => name).join('、')}`,
  )
  const [first] = missed
  const what = missed.every(({ kind }) => kind === 'daily') ? '日报' : '汇报'
  await notify(
    db,
    {
      personIds: await activeWithRole(db, divisionId, role, today),
      kind: 'missed_list',
      title: `${missed.length} 份${what}未填（${reportWords.countsAsMissed}）`,
      body: reports.join('；'),
      // One is opened with its story; of several the page is the list.
      link:
        missed.length === 1 && first ? `/reports/compliance?obligation=${first.id}` : '/reports/compliance',
      dedupeKey: `missed-list:${divisionId}:${today}`,
    },
    now,
  )
}

/** 总经理 stands outside the divisions, everybody else in one. */
export async function activeWithRole(
  db: Database,
  divisionId: string,
  role: Role,
  today: PlainDate,
): Promise<string[]> {
  const rows = await db
    .selectFrom('people')
    .select('id')
    .where('role', '=', role)
    .$if(role !== 'gm', (query) => query.where('divisionId', '=', divisionId))
    .where('entryDate', '<=', today)
    .where((row) => row.or([row('leavingDate', 'is', null), row('leavingDate', '>=', today)]))
    .execute()
  return rows.map(({ id }) => id)
}
