import {
  atShanghai,
  endOfDay,
  type PlainDate,
  shanghaiDate,
  shanghaiTime,
} from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { reportWords } from '@zhuowei/domain/clauses/prescribed.ts'
import { type Role, reportsTo } from '@zhuowei/domain/organisation/roles.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { sql } from 'kysely'
import { notify } from '../notifications/notify.ts'
import type { Database } from '../platform/db/connect.ts'
import { loadRules } from './rules.ts'
import { stateNow } from './state.ts'

/**
 * §1B-18: 17:30 and 20:30 of the day, 08:30 of the grace day, only to those still 待填 and never to somebody on leave; at 09:05 one
 * list of 未填 to the superior. Says what is due at `now`, however often and from how many servers it is called.
 */
export async function remindOfDaily(db: Database, now: Date): Promise<void> {
  const divisions = await db.selectFrom('divisions').select('id').orderBy('id').execute()
  for (const { id } of divisions) {
    const { parameters } = await loadRules(db, id, shanghaiDate(now))
    const round = roundDue(parameters, now)
    if (round) await remindPending(db, id, round, now)
    if (shanghaiTime(now) >= parameters['remind.missedList']) await listMissed(db, id, now)
  }
}

type Round = 'first' | 'second' | 'grace'

/** The latest reminder of today that has come; an earlier one that was slept through is not made up for. */
function roundDue(parameters: Parameters, now: Date): Round | null {
  const time = shanghaiTime(now)
  if (time >= parameters['remind.quietFrom'] || time < parameters['remind.quietTo']) return null
  if (time >= parameters['remind.dailySecond']) return 'second'
  if (time >= parameters['remind.dailyFirst']) return 'first'
  return time >= parameters['remind.dailyGrace'] ? 'grace' : null
}

async function remindPending(db: Database, divisionId: string, round: Round, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const pending = await pendingOf(db, divisionId, round, now)
  for (const [date, rows] of Map.groupBy(pending, ({ onDate }) => onDate)) {
    const [{ dueAt, graceAt }] = rows as [(typeof rows)[number]] // groupBy makes no empty group
    const wording =
      round === 'grace'
        ? {
            title: `${shortDate(date, today)}日报${countdown(now, graceAt)}，过时${reportWords.countsAsMissed}`,
            body: `宽限截止 ${deadlineText(graceAt, today)}，须选特殊原因。`,
          }
        : { title: `${dailySubject(date)}还没提交`, body: `正常截止 ${deadlineText(dueAt, today)}。` }
    const told = {
      ...wording,
      personIds: rows.map(({ personId }) => personId),
      kind: 'reminder',
      link: `/reports/daily/${date}`,
      dedupeKey: `remind:daily:${date}:${round}`,
      until: round === 'grace' ? graceAt : dueAt,
      forGroup: true as const,
    }
    await notify(db, told, now)
  }
}

function pendingOf(db: Database, divisionId: string, round: Round, now: Date) {
  const today = shanghaiDate(now)
  return db
    .selectFrom('obligations')
    .select(['personId', 'onDate', 'dueAt', 'graceAt'])
    .where('divisionId', '=', divisionId)
    .where('kind', '=', 'daily')
    .where('obligations.state', '=', 'pending')
    .where(stateNow(now), '=', 'pending')
    .$if(round !== 'grace', (query) => query.where('onDate', '=', today))
    .$if(round === 'grace', (query) =>
      query
        .where('dueAt', '<=', now)
        .where('graceAt', '>=', atShanghai(today, '00:00'))
        .where('graceAt', '<', endOfDay(today)),
    )
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
    .execute()
}

/** Today's grace deadlines that are over: staff to the manager, the manager to 总经理. */
async function listMissed(db: Database, divisionId: string, now: Date): Promise<void> {
  const today = shanghaiDate(now)
  const missed = await db
    .selectFrom('obligations')
    .innerJoin('people', 'people.id', 'obligations.personId')
    .select(['people.name', 'obligations.onDate'])
    .select((row) => row.ref('people.role').$castTo<Role>().as('role')) // people_role_known
    .where('obligations.divisionId', '=', divisionId)
    .where('obligations.kind', '=', 'daily')
    .where('graceAt', '>=', atShanghai(today, '00:00'))
    .where('graceAt', '<', endOfDay(today))
    .where(stateNow(now), 'in', ['missed', 'late_fill'])
    .orderBy('obligations.onDate')
    .orderBy('people.employeeNo')
    .execute()
  for (const [superior, rows] of Map.groupBy(missed, ({ role }) => reportsTo[role])) {
    if (superior) await tellSuperior(db, divisionId, superior, rows, now)
  }
}

async function tellSuperior(
  db: Database,
  divisionId: string,
  role: Role,
  missed: readonly { name: string; onDate: PlainDate }[],
  now: Date,
): Promise<void> {
  const today = shanghaiDate(now)
  const days = [...Map.groupBy(missed, ({ onDate }) => onDate)].map(
    ([date, rows]) => `${shortDate(date, today)}：${rows.map(({ name }) => name).join('、')}`,
  )
  await notify(
    db,
    {
      personIds: await activeWithRole(db, divisionId, role, today),
      kind: 'missed_list',
      title: `${missed.length} 份日报未填（${reportWords.countsAsMissed}）`,
      body: days.join('；'),
      link: '/reports/compliance',
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
