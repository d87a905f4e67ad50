import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type { RailPoint, Today } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, daysBetween, endOfDay, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { addWorkingDays, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { visitInterval } from '@zhuowei/domain/customers/due-visit.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { type SqlBool, sql } from 'kysely'
import { visibleCustomers } from '../customers/scope.ts'
import type { Actor } from '../platform/actor.ts'
import { type Asking, beginning, horizonOf, type Item } from './items.ts'

/** The own contacts with customers that 今天 speaks of. */
export interface OwnActivities {
  /** What was promised customers that this person still follows: next steps up to the end of the week, the overdue ones first. */
  steps: OwnActivity[]
  /** 六.2.4) contacts that change how closely a customer is followed, whose record was not updated yet. */
  updates: OwnActivity[]
  /** Made today. */
  visits: OwnActivity[]
}

interface OwnActivity {
  id: string
  customerId: string
  name: string
  happenedAt: Date
  happenedOn: string
  nextStep: string | null
  nextOn: string | null
}

/** One statement, because each of its three parts is smaller than the way to the database. */
export async function ownActivities({ db, ask, actor }: Asking, today: string): Promise<OwnActivities> {
  const mine = (use: keyof OwnActivities) =>
    db
      .selectFrom('activities')
      .innerJoin('customers', 'customers.id', 'activities.customerId')
      .select(sql.lit(use).as('use'))
      .select(['activities.id', 'customers.id as customerId', 'customers.name'])
      .select(['happenedAt', 'happenedOn', 'activities.nextStep', 'activities.nextOn'])
      .where('activities.divisionId', '=', actor.divisionId)
      .where('activities.authorId', '=', actor.id)
      .where('activities.deletedAt', 'is', null)
  const steps = mine('steps')
    .where('activities.nextOn', '>=', beginning)
    .where('activities.nextOn', '<=', horizonOf(today))
    .where('activities.nextDoneAt', 'is', null)
    .where(stillFollowedBy(actor))
    .orderBy('activities.nextOn')
    .limit(20)
  const updates = mine('updates')
    .where('activities.affectsFollowUp', '=', true)
    .where('activities.followUpDoneAt', 'is', null)
    .where(stillFollowedBy(actor))
    .orderBy('activities.happenedOn')
    .limit(10)
  const visits = mine('visits').where('activities.happenedOn', '=', today).orderBy('happenedAt')
  const rows = await ask(
    db
      .selectFrom(steps.as('steps'))
      .selectAll()
      .unionAll(db.selectFrom(updates.as('updates')).selectAll())
      .unionAll(db.selectFrom(visits.as('visits')).selectAll()),
  )
  const of = (use: keyof OwnActivities) => rows.filter((row) => row.use === use)
  return { steps: of('steps'), updates: of('updates'), visits: of('visits') }
}

/** Nobody is reminded of a customer that was removed or went to a colleague. */
const stillFollowedBy = (actor: Actor) =>
  actor.role === 'pm'
    ? sql<SqlBool>`(customers.owner_id = ${actor.id} and customers.deleted_at is null)`
    : visibleCustomers(actor)

export function stepItems(steps: readonly OwnActivity[], today: string): Item[] {
  return steps.map((row) => ({
    key: `step:${row.id}`,
    kind: 'next_step' as const,
    title: row.name,
    tag: null,
    facts: row.nextStep ?? '约好的下一步',
    clause: '六.2.3)③',
    dueAt: endOfDay(row.nextOn ?? today),
    action: {
      label: '记拜访',
      to: `/activities/new?customerId=${row.customerId}`,
      urge: null,
      complete: row.id,
    },
  }))
}

export function updateItems(
  updates: readonly OwnActivity[],
  calendar: WorkCalendar,
  parameters: Parameters,
): Item[] {
  return updates.map((row) => ({
    key: `update:${row.id}`,
    kind: 'update_owed' as const,
    title: `更新客户资料：${row.name}`,
    tag: null,
    facts: `${row.happenedOn.slice(5)} 的拜访影响跟进程度，客户状态、等级、联系人还没有更新`,
    clause: '六.2.4)',
    dueAt: endOfDay(addWorkingDays(calendar, row.happenedOn, parameters['visit.updateDueWD'])),
    action: { label: '更新', to: `/activities/${row.id}?update=true`, urge: null },
  }))
}

/** Visits already made today, as points of the day. */
export function visitPoints(visits: readonly OwnActivity[]): OnServer<RailPoint>[] {
  return visits.map((row) => ({
    key: `visit:${row.id}`,
    at: row.happenedAt,
    label: row.name,
    tone: 'brand' as const,
    to: `/customers/${row.customerId}`,
  }))
}

/** 六.1.2)② changes that no report carries yet; the next one takes them along, one that was filed already does not. */
export async function openGradeChanges({ db, ask, actor }: Asking, today: string): Promise<Item[]> {
  const rows = await ask(
    db
      .selectFrom('gradeChanges')
      .innerJoin('customers', 'customers.id', 'gradeChanges.customerId')
      .leftJoin('reports', (join) =>
        join
          .on('reports.authorId', '=', actor.id)
          .on('reports.kind', '=', 'daily')
          .on('reports.periodKey', '=', today),
      )
      .select(['gradeChanges.id', 'customers.name', 'fromGrade', 'toGrade', 'changedAt'])
      .select(['reports.id as reportId', 'reports.submittedAt'])
      .select(
        sql<boolean>`reports.result @> jsonb_build_array(jsonb_build_object('ref',
        jsonb_build_object('type', 'grade_change', 'id', grade_changes.id)))`.as('drafted'),
      )
      .where('gradeChanges.divisionId', '=', actor.divisionId)
      .where('gradeChanges.ownerId', '=', actor.id)
      .where('reflectedInReportId', 'is', null)
      .where('customers.deletedAt', 'is', null)
      .orderBy('changedAt')
      .limit(10),
  )
  return rows.map((row) => ({
    key: `grade:${row.id}`,
    kind: 'grade_change' as const,
    title: `等级变化未体现：${row.name} ${row.fromGrade} → ${row.toGrade}`,
    tag: null,
    facts: `${shortDate(shanghaiDate(row.changedAt), today)}调整，须写进下一份工作汇报；${whereItStands(row)}`,
    clause: '六.1.2)②',
    dueAt: endOfDay(today),
    action: row.submittedAt
      ? { label: '补进日报', to: `/reports/${row.reportId}?edit=true`, urge: null }
      : { label: '写日报', to: `/reports/daily/${today}`, urge: null },
  }))
}

function whereItStands(row: { reportId: string | null; submittedAt: Date | null; drafted: boolean | null }) {
  if (row.submittedAt) return '今天日报已提交，未含此变化'
  if (!row.reportId) return '打开今天的日报就已写入'
  return row.drafted ? '已放进今天的日报草稿' : '提交今天的日报时写入'
}

const toVisit = 6

/** 六.4.1) who was not seen for longer than the grade allows, the longest silent first, A before B; each is one look into the index of the owner. */
export async function customersToVisit(
  { db, ask, actor, now }: Asking,
  today: string,
  parameters: Parameters,
): Promise<OnServer<Today>['toVisit']> {
  const silent = (grade: 'A' | 'B') =>
    db
      .selectFrom('customers')
      .select(['id', 'name', 'lastActivityAt'])
      .select(sql<string | null>`coalesce(planned_visit_on, next_step_on)`.as('nextStepOn'))
      .select(sql.lit<Grade>(grade).as('grade'))
      .where('divisionId', '=', actor.divisionId)
      .where('ownerId', '=', actor.id)
      .where('deletedAt', 'is', null)
      .where('grade', '=', grade)
      .where('lastActivityAt', '>=', atShanghai(beginning, '00:00'))
      .where('lastActivityAt', '<', atShanghai(addDays(today, -visitInterval(grade, parameters)), '00:00'))
      .orderBy('lastActivityAt')
      .limit(toVisit)
  const rows = await ask(
    db
      .selectFrom(silent('A').as('a'))
      .selectAll()
      .unionAll(db.selectFrom(silent('B').as('b')).selectAll())
      .orderBy('grade')
      .orderBy('lastActivityAt')
      .limit(toVisit),
  )
  return rows.map((row) => ({
    ...row,
    days: daysBetween(shanghaiDate(row.lastActivityAt), shanghaiDate(now)),
  }))
}
