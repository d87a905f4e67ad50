import type { Where } from '@zhuowei/contract/customer-conditions.ts'
import type { TodayCount } from '@zhuowei/contract/today.ts'
import { addDays, atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'

// Beyond this a count says "at least", so that it stays cheap with a million customers.
const countedTo = 1000
/** So many are named beside their number. */
const named = 3

interface Question {
  key: string
  label: string
  to: string
  clause?: string
  /** Rows to be counted. */
  rows: ReturnType<typeof sql>
}

/** The list of those whom nobody contacted for more than 30 days, also of those to whom nobody has ever been. */
export function silentFor30Days(grade?: Grade): string {
  const where: Where = {
    join: 'and',
    groups: [{ join: 'and', items: [{ field: 'silentDays', op: 'atLeast', value: 31 }] }],
  }
  return `/customers?${new URLSearchParams({ ...(grade && { grade }), where: JSON.stringify(where) })}`
}

/** OA(3) 客户管理协助: what the customer data of the division lacks, each with the list of those rows. */
export function dataHygiene(reading: Reading, today: string): Promise<TodayCount[]> {
  const { divisionId } = reading.actor
  const mine = sql`select c.name from customers c where c.division_id = ${divisionId} and c.deleted_at is null`
  const silent = atShanghai(addDays(today, -30), '00:00')
  return answers(reading, [
    {
      key: 'duplicates',
      label: '疑似重复的客户',
      to: '/customers/duplicates',
      clause: '二.2.4)(3)',
      rows: sql`select one.name from duplicate_pairs p
        join customers one on one.id = p.one_id and one.deleted_at is null
        join customers other on other.id = p.other_id and other.deleted_at is null
        where p.division_id = ${divisionId} and p.dismissed_at is null`,
    },
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
      to: silentFor30Days('A'),
      clause: '六.1.1)④',
      rows: sql`${mine} and c.grade = 'A' and c.last_activity_at < ${silent}`,
    },
    {
      key: 'silent',
      label: '30 天没有往来',
      to: silentFor30Days(),
      clause: '六.4.1)',
      rows: sql`${mine} and c.last_activity_at < ${silent}`,
    },
    {
      key: 'unreflected',
      label: '等级变化还没有体现',
      to: '/customers/grade-changes?view=open',
      clause: '六.1.2)②',
      rows: sql`select c.name from grade_changes g join customers c on c.id = g.customer_id
        where g.division_id = ${divisionId} and g.reflected_in_report_id is null`,
    },
  ])
}

async function answers({ db }: Reading, questions: readonly Question[]): Promise<TodayCount[]> {
  const parts = questions.map(
    ({
      rows,
    }) => sql`(select json_build_object('count', count(*), 'names', (array_agg(name))[1:${sql.lit(named)}])
      from (${rows} limit ${countedTo}) as found)`,
  )
  const { rows } = await sql<{ found: { count: number; names: string[] | null }[] }>`
    select array[${sql.join(parts)}] as found`.execute(db)
  return questions.map(({ key, label, to, clause }, index) => {
    const { count, names } = rows[0]?.found[index] ?? { count: 0, names: null }
    return {
      key,
      label,
      count,
      more: count >= countedTo,
      to,
      clause: clause ?? null,
      examples: [...new Set(names ?? [])],
    }
  })
}
