import type { RollUp } from '@zhuowei/contract/background.ts'
import { addDays, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Parameters } from '@zhuowei/domain/clauses/parameters.ts'
import { type Grade, grades } from '@zhuowei/domain/customers/grade.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { visibleCustomer } from '../customers/find.ts'
import { visibleCustomers } from '../customers/scope.ts'
import { readableForms } from '../feedback/access.ts'
import { wantingForms } from '../feedback/wanting.ts'
import { loadRules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'

const deepest = 11
const mostCustomers = 5000
const examplesShown = 3

/** 上级单位 (省 → 市 → 县): a customer and all that stands below it, as far as the person sees them. Projects and receipts join here. */
export async function rollUpOf(reading: Reading, id: string): Promise<RollUp> {
  const { db, now } = reading
  const { divisionId } = await visibleCustomer(reading, id)
  const today = shanghaiDate(now)
  const ids = await belowAndSelf(reading, id)
  const [counted, { parameters }, forms] = await Promise.all([
    gradesOf(reading, ids),
    loadRules(db, divisionId, today),
    wantingForms(reading, today),
  ])
  const kinds: readonly Due[] = [
    { key: 'steps', label: '下一步过期', clause: '六.2.3)③', condition: pastSteps(today) },
    {
      key: 'forms',
      label: '反馈表未填或该更新',
      clause: '六.3.2)',
      condition: sql`(${forms.overdue} or ${forms.stale})`,
    },
    { key: 'facts', label: '背景资料该核实', clause: '六.3.1)①', condition: staleFacts(today, parameters) },
    {
      key: 'maintenance',
      label: '维保快到期',
      clause: '六.3.1)②',
      condition: endingMaintenance(today, parameters),
    },
  ]
  const due = await Promise.all(kinds.map((kind) => dueOf(reading, ids, kind)))
  return {
    customers: counted.reduce((sum, { count }) => sum + count, 0),
    grades: grades.map((grade) => ({ grade, count: counted.find((one) => one.grade === grade)?.count ?? 0 })),
    due: due.filter(({ count }) => count > 0),
  }
}

interface Due {
  key: RollUp['due'][number]['key']
  label: string
  clause: string
  condition: RawBuilder<SqlBool>
}

async function belowAndSelf({ db }: Reading, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive tree as (
      select id, 1 as level from customers where id = ${id}
      union all
      select c.id, level + 1 from tree join customers c on c.parent_id = tree.id where level < ${deepest}
    ) select id from tree limit ${mostCustomers}`.execute(db)
  return rows.map((row) => row.id)
}

const among = (ids: readonly string[]) => sql<SqlBool>`customers.id = any(${[...ids]}::uuid[])`

async function gradesOf({ db, actor }: Reading, ids: readonly string[]) {
  const rows = await db
    .selectFrom('customers')
    .where(visibleCustomers(actor))
    .where(among(ids))
    .select((customer) => ['customers.grade', customer.fn.countAll<number>().as('count')])
    .groupBy('customers.grade')
    .execute()
  return rows as { grade: Grade; count: number }[] // check constraint customers_grade_known
}

async function dueOf({ db, actor }: Reading, ids: readonly string[], { condition, ...kind }: Due) {
  const rows = await readableForms(db, actor)
    .where(among(ids))
    .where(condition)
    .select(['customers.id', 'customers.name', sql<number>`(count(*) over ())::int`.as('count')])
    .orderBy('customers.nameOrder')
    .orderBy('customers.id')
    .limit(examplesShown)
    .execute()
  return {
    ...kind,
    count: rows[0]?.count ?? 0,
    examples: rows.map(({ id, name }) => ({ id, name })),
  }
}

const pastSteps = (today: PlainDate) => sql<SqlBool>`customers.next_step_on < ${today}`

const staleFacts = (today: PlainDate, parameters: Parameters) =>
  sql<SqlBool>`exists (select 1 from background_facts f where f.customer_id = customers.id and f.deleted_at is null
    and f.confirmed_on < ${addDays(today, -parameters['background.freshDays'])})`

const endingMaintenance = (today: PlainDate, parameters: Parameters) =>
  sql<SqlBool>`exists (select 1 from background_facts f where f.customer_id = customers.id and f.deleted_at is null and f.replacement is null
    and f.maintenance_ends_on between ${today} and ${addDays(today, parameters['background.replacementDays'])})`
