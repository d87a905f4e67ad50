import type { TodayCount } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
import { stateNow } from '../obligations/state.ts'
import type { Reading } from '../platform/http/implement.ts'

// Beyond this a count says "at least", so that it stays cheap with a million customers.
const countedTo = 1000

interface Question {
  key: string
  label: string
  to: string
  clause?: string
  /** Rows to be counted. */
  rows: ReturnType<typeof sql>
}

/** OA(3) 客户管理协助: what the customer data of the division lacks, each with the list of those rows. */
export function dataHygiene(reading: Reading, today: string): Promise<TodayCount[]> {
  const { divisionId } = reading.actor
  const mine = sql`select from customers c where c.division_id = ${divisionId} and c.deleted_at is null`
  const silent = atShanghai(addDays(today, -30), '00:00')
  return answers(reading, [
    {
      key: 'no_owner',
      label: '没有负责人，在经理池中',
      to: '/customers?ownerId=none',
      clause: '六.4.1)',
      rows: sql`${mine} and c.owner_id is null`,
    },
    {
      key: 'silent_a',
      label: 'A 级客户 30 天没有往来',
      to: '/customers?grade=A&lastActivity=over30',
      clause: '六.1.1)④',
      rows: sql`${mine} and c.grade = 'A' and c.last_activity_at < ${silent}`,
    },
    {
      key: 'silent',
      label: '30 天没有往来',
      to: '/customers?lastActivity=over30',
      clause: '六.4.1)',
      rows: sql`${mine} and c.last_activity_at < ${silent}`,
    },
    {
      key: 'unreflected',
      label: '等级变化还没有体现',
      to: '/customers/grade-changes?open=true',
      clause: '六.1.2)②',
      rows: sql`select from grade_changes g where g.division_id = ${divisionId} and g.reflected_in_report_id is null`,
    },
  ])
}

/** 总经理's minute: the numbers of the last seven days that exist so far, so that Monday morning is not a row of zeros. */
export function oneMinuteNumbers(reading: Reading, today: string): Promise<TodayCount[]> {
  const since = addDays(today, -6)
  return answers(reading, [
    {
      key: 'missed',
      label: '近 7 天日报未填',
      to: '/reports/compliance?period=four',
      clause: '五.1.3)②',
      rows: sql`select from obligations where obligations.kind = 'daily' and obligations.on_date >= ${since}::date
        and obligations.on_date <= ${today}::date and ${stateNow(reading.now)} in ('missed', 'late_fill')`,
    },
    {
      key: 'visits',
      label: '近 7 天拜访',
      to: '/activities',
      clause: '六.2.3)③',
      rows: sql`select from activities a where a.deleted_at is null and a.happened_on >= ${since}::date`,
    },
    {
      key: 'new_customers',
      label: '近 7 天新客户',
      to: '/customers?sort=created',
      clause: '六.2.3)①',
      rows: sql`select from customers c where c.deleted_at is null and c.import_id is null
        and c.created_at >= ${atShanghai(since, '00:00')}`,
    },
    {
      key: 'grade_changes',
      label: '近 7 天等级变化',
      to: '/customers/grade-changes',
      clause: '六.1.2)②',
      rows: sql`select from grade_changes g where g.changed_at >= ${atShanghai(since, '00:00')}`,
    },
    {
      key: 'a_customers',
      label: 'A 级客户 30 天没有往来',
      to: '/customers?grade=A&lastActivity=over30',
      clause: '六.1.1)④',
      rows: sql`select from customers c where c.deleted_at is null and c.grade = 'A'
        and c.last_activity_at < ${atShanghai(addDays(today, -30), '00:00')}`,
    },
  ])
}

async function answers({ db }: Reading, questions: readonly Question[]): Promise<TodayCount[]> {
  const parts = questions.map(
    ({ rows }) => sql`(select count(*) from (${rows} limit ${countedTo}) as found)::int`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(parts)}] as counts`.execute(db)
  return questions.map(({ key, label, to, clause }, index) => {
    const count = rows[0]?.counts[index] ?? 0
    return { key, label, count, more: count >= countedTo, to, clause: clause ?? null }
  })
}
