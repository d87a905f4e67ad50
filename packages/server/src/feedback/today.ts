import {
  addDays,
  endOfDay,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  shanghaiDate,
} from '@zhuowei/domain/calendar/dates.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { firstVersionDue, freshDays } from '@zhuowei/domain/feedback/freshness.ts'
import { sql } from 'kysely'
import { loadRules, type Rules } from '../obligations/rules.ts'
import type { Reading } from '../platform/http/implement.ts'
import { horizonOf, type Item } from '../today/items.ts'
import { aged, missingBy } from './wanting.ts'

/** Beyond this a row says "at least". */
const countedTo = 100
/** The batch screen is offered when the month ends. */
const monthEndDays = 4

/** 六.3.2) the forms that the owner of the customers owes: the first one, the update by grade, and at the end of the month all. */
export async function feedbackItems(reading: Reading, today: PlainDate): Promise<Item[]> {
  const { db, actor } = reading
  if (!actor.divisionId || (actor.role !== 'pm' && actor.role !== 'spm')) return []
  const rules = await loadRules(db, actor.divisionId, today)
  const monthEnd = lastDayOfMonth(monthOf(today))
  const atMonthEnd = today >= addDays(monthEnd, -monthEndDays)
  const own = (use: 'missing' | 'stale' | 'month') =>
    db
      .selectFrom('customers')
      .select(sql.lit(use).as('use'))
      .select(['name', 'grade', 'createdAt', 'formCurrentOn'])
      .where('divisionId', '=', actor.divisionId)
      .where('ownerId', '=', actor.id)
      .where('deletedAt', 'is', null)
  const rows = await db
    .selectFrom(
      own('missing')
        .where(missingBy(horizonOf(today), rules))
        .orderBy('createdAt')
        .limit(countedTo)
        .as('missing'),
    )
    .selectAll()
    .unionAll(
      db
        .selectFrom(
          own('stale').where(aged(today, rules)).orderBy('formCurrentOn').limit(countedTo).as('stale'),
        )
        .selectAll(),
    )
    .unionAll(
      db
        .selectFrom(
          own('month')
            .where('formCurrentOn', '<', atMonthEnd ? firstDayOfMonth(monthOf(today)) : '0001-01-01')
            .orderBy('formCurrentOn')
            .limit(countedTo)
            .as('month'),
        )
        .selectAll(),
    )
    .execute()
  const of = (use: (typeof rows)[number]['use']) => rows.filter((row) => row.use === use)
  return [
    ...firstVersions(of('missing'), rules),
    ...updates(of('stale'), rules),
    ...monthEndRow(of('month'), monthEnd),
  ]
}

interface Row {
  name: string
  grade: string
  createdAt: Date
  formCurrentOn: string | null
}

function firstVersions(rows: readonly Row[], { parameters, calendar }: Rules): Item[] {
  const [first] = rows
  if (!first) return []
  const due = firstVersionDue(shanghaiDate(first.createdAt), parameters, calendar)
  return [itemOf('missing', `${countOf(rows)}要填客户信息反馈表`, rows, due, '六.3.2)①')]
}

function updates(rows: readonly Row[], { parameters }: Rules): Item[] {
  const dues = rows.flatMap(({ grade, formCurrentOn }) =>
    // check constraint customers_grade_known
    formCurrentOn ? [addDays(formCurrentOn, freshDays(grade as Grade, parameters))] : [],
  )
  const [due] = dues.toSorted()
  return due ? [itemOf('stale', `${countOf(rows)}的反馈表该更新了`, rows, due, '六.3.2)②')] : []
}

const monthEndRow = (rows: readonly Row[], monthEnd: PlainDate): Item[] =>
  rows.length > 0 ? [itemOf('month', `${countOf(rows)}的反馈表本月还没核对`, rows, monthEnd, '六.3.2)②')] : []

const countOf = (rows: readonly Row[]) =>
  rows.length === countedTo ? `${countedTo} 家以上客户` : `${rows.length} 家客户`

function itemOf(
  view: 'missing' | 'stale' | 'month',
  title: string,
  rows: readonly Row[],
  dueOn: PlainDate,
  clause: string,
): Item {
  const names = rows.slice(0, 2).map(({ name }) => name)
  return {
    key: `feedback:${view}`,
    kind: 'feedback',
    title,
    tag: null,
    facts: `${names.join('、')}${rows.length > names.length ? ' 等' : ''}`,
    clause,
    dueAt: endOfDay(dueOn),
    action: {
      label: view === 'missing' ? '填写' : '核对',
      to: `/customers/feedback?view=${view === 'stale' ? 'stale' : 'month'}`,
      urge: null,
      soft: true,
    },
  }
}
