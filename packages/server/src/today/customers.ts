import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, daysBetween, endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { addWorkingDays, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { type SqlBool, sql } from 'kysely'
import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import type { Reading } from '../platform/http/implement.ts'
import { horizonOf, type Item } from './items.ts'

/** What this person has promised customers that he still follows: next steps up to the end of the week, the overdue ones first. */
export async function nextSteps({ db, actor }: Reading, today: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customers.id as customerId', 'customers.name', 'activities.nextStep'])
    .select((row) => row.ref('activities.nextOn').$castTo<string>().as('nextOn')) // asked for below
    .where('activities.divisionId', '=', actor.divisionId)
    .where('activities.authorId', '=', actor.id)
    .where('activities.nextOn', 'is not', null)
    .where('activities.nextDoneAt', 'is', null)
    .where('activities.nextOn', '<=', horizonOf(today))
    .where('activities.deletedAt', 'is', null)
    .where(stillFollowedBy(actor))
    .orderBy('activities.nextOn')
    .limit(20)
    .execute()
  return rows.map((row) => ({
    key: `step:${row.id}`,
    kind: 'next_step' as const,
    title: row.name,
    tag: null,
    facts: row.nextStep ?? '约好的下一步',
    clause: '六.2.3)③',
    dueAt: endOfDay(row.nextOn),
    action: { label: '记拜访', to: `/activities/new?customerId=${row.customerId}`, urge: null },
  }))
}

/**
 * 六.2.4) contacts that change how closely a customer is followed, whose record was not updated yet; only of customers that this person
 * can still update.
 */
export async function updatesOwed(
  { db, actor }: Reading,
  calendar: WorkCalendar,
  parameters: Parameters,
): Promise<Item[]> {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customers.name', 'activities.happenedOn'])
    .where('activities.divisionId', '=', actor.divisionId)
    .where('activities.authorId', '=', actor.id)
    .where(stillFollowedBy(actor))
    .where('activities.affectsFollowUp', '=', true)
    .where('activities.followUpDoneAt', 'is', null)
    .where('activities.deletedAt', 'is', null)
    .orderBy('activities.happenedOn')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    key: `update:${row.id}`,
    kind: 'update_owed' as const,
    title: `更新客户资料：${row.name}`,
    tag: null,
    facts: `${row.happenedOn.slice(5)} 的拜访影响跟进程度，客户状态、等级、联系人还没有更新`,
    clause: '六.2.4)',
    dueAt: endOfDay(addWorkingDays(calendar, row.happenedOn, parameters['visit.updateDueWD'])),
    action: { label: '更新', to: `/activities/${row.id}`, urge: null },
  }))
}

/** Nobody is reminded of a customer that was removed or went to a colleague. */
const stillFollowedBy = (actor: Actor) =>
  actor.role === 'pm'
    ? sql<SqlBool>`(customers.owner_id = ${actor.id} and customers.deleted_at is null)`
    : visibleCustomers(actor)

/** 六.1.2)② changes that no report carries yet; the next one takes them along. */
export async function openGradeChanges({ db, actor }: Reading, today: string): Promise<Item[]> {
  const rows = await db
    .selectFrom('gradeChanges')
    .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
    .select(['gradeChanges.id', 'customers.name', 'fromGrade', 'toGrade', 'changedAt'])
    .where('gradeChanges.divisionId', '=', actor.divisionId)
    .where('gradeChanges.ownerId', '=', actor.id)
    .where('reflectedInReportId', 'is', null)
    .where('customers.deletedAt', 'is', null)
    .orderBy('changedAt')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    key: `grade:${row.id}`,
    kind: 'grade_change' as const,
    title: `等级变化未体现：${row.name} ${row.fromGrade} → ${row.toGrade}`,
    tag: null,
    facts: `${shortDate(shanghaiDate(row.changedAt), today)}调整，须写进下一份工作汇报；已放进今天的日报草稿`,
    clause: '六.1.2)②',
    dueAt: endOfDay(today),
    action: { label: '查看', to: `/reports/daily/${today}`, urge: null },
  }))
}

/** 六.4.1) A customers twice a month, B once (系统默认): who has not been seen for longer than that. */
const longestSilence = { A: 15, B: 30 } as const satisfies Partial<Record<Grade, number>>
const toVisit = 6

/** The longest silent first, A before B; each grade is one look into the index of the owner. */
export async function customersToVisit(
  { db, actor, now }: Reading,
  today: string,
): Promise<OnServer<Today>['toVisit']> {
  const silent = (grade: keyof typeof longestSilence) =>
    db
      .selectFrom('customers')
      .select(['id', 'name', 'lastActivityAt', 'nextStepOn'])
      .select(sql.lit<Grade>(grade).as('grade'))
      .where('divisionId', '=', actor.divisionId)
      .where('ownerId', '=', actor.id)
      .where('deletedAt', 'is', null)
      .where('grade', '=', grade)
      .where('lastActivityAt', '<', atShanghai(addDays(today, -longestSilence[grade]), '00:00'))
      .orderBy('lastActivityAt')
      .limit(toVisit)
  const rows = await db
    .selectFrom(silent('A').as('a'))
    .selectAll()
    .unionAll(db.selectFrom(silent('B').as('b')).selectAll())
    .orderBy('grade')
    .orderBy('lastActivityAt')
    .limit(toVisit)
    .execute()
  return rows.map((row) => ({
    ...row,
    days: daysBetween(shanghaiDate(row.lastActivityAt), shanghaiDate(now)),
  }))
}

/** Visits already made today, as points of the day. */
export async function visitsToday({ db, actor }: Reading, today: string) {
  const rows = await db
    .selectFrom('activities')
    .innerJoin('customers', 'customers.id', 'activities.customerId')
    .select(['activities.id', 'customers.name', 'activities.happenedAt', 'customers.id as customerId'])
    .where('activities.divisionId', '=', actor.divisionId)
    .where('activities.authorId', '=', actor.id)
    .where('activities.happenedOn', '=', today)
    .where('activities.deletedAt', 'is', null)
    .orderBy('activities.happenedAt')
    .execute()
  return rows.map((row) => ({
    key: `visit:${row.id}`,
    at: row.happenedAt,
    label: row.name,
    tone: 'brand' as const,
    to: `/customers/${row.customerId}`,
  }))
}
