import type { TodayCount } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai, mondayOf } from '@zhuowei/domain/calendar/dates.ts'
import { sql } from 'kysely'
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

/** OA(3) 客户管理协助: what is missing in the customer data of the division. */
export function dataHygiene(reading: Reading, today: string): Promise<TodayCount[]> {
  const { divisionId } = reading.actor
  const mine = sql`select from customers c where c.division_id = ${divisionId} and c.deleted_at is null`
  const silent = atShanghai(addDays(today, -90), '00:00')
  return answers(reading, [
    {
      key: 'no_phone',
      label: '第一联系人没有电话',
      to: '/customers',
      clause: '六.2.3)②',
      rows: sql`${mine} and exists (select from contacts k where k.customer_id = c.id and k.is_primary
        and k.deleted_at is null and k.phone_fingerprint is null)`,
    },
    {
      key: 'no_owner',
      label: '没有负责人，在经理池中',
      to: '/customers?ownerId=none',
      clause: '六.4.1)',
      rows: sql`${mine} and c.owner_id is null`,
    },
    {
      key: 'no_credit_code',
      label: '没有统一社会信用代码',
      to: '/customers',
      rows: sql`${mine} and c.credit_code is null`,
    },
    {
      key: 'silent',
      label: '90 天没有往来',
      to: '/customers?sort=lastActivityAt',
      clause: '六.4.1)',
      rows: sql`${mine} and c.last_activity_at < ${silent}`,
    },
  ])
}

/** 总经理's minute: the numbers of the week that exist so far. */
export function oneMinuteNumbers(reading: Reading, today: string): Promise<TodayCount[]> {
  const monday = mondayOf(today)
  return answers(reading, [
    {
      key: 'visits',
      label: '本周拜访',
      to: '/activities',
      clause: '六.2.3)③',
      rows: sql`select from activities a where a.deleted_at is null and a.happened_on >= ${monday}::date`,
    },
    {
      key: 'new_customers',
      label: '本周新客户',
      to: '/customers?sort=-createdAt',
      clause: '六.2.3)①',
      rows: sql`select from customers c where c.deleted_at is null and c.import_id is null
        and c.created_at >= ${atShanghai(monday, '00:00')}`,
    },
    {
      key: 'grade_changes',
      label: '本周等级变化',
      to: '/customers/grade-changes',
      clause: '六.1.2)②',
      rows: sql`select from grade_changes g where g.changed_at >= ${atShanghai(monday, '00:00')}`,
    },
    {
      key: 'a_customers',
      label: 'A 级客户 30 天没有往来',
      to: '/customers?grade=A&sort=lastActivityAt',
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
