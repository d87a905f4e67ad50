import {
  addDays,
  endOfDay,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
} from '@zhuowei/domain/calendar/dates.ts'
import { grades } from '@zhuowei/domain/customers/grade.ts'
import { firstVersionDue, freshDays } from '@zhuowei/domain/feedback/freshness.ts'
import { type RawBuilder, sql } from 'kysely'
import type { DivisionRules, Rules } from '../obligations/rules.ts'
import { type Asking, beginning, horizonOf, type Item } from '../today/items.ts'
import { aged, missingBy } from './wanting.ts'

/** Beyond this a row says "at least". */
const countedTo = 100
/** So many are named. */
const named = 2
/** The batch screen is offered when the month ends. */
const monthEndDays = 4

/** 六.3.2) the forms that the owner of the customers owes: the first one, the update by grade, and at the end of the month all. */
export async function feedbackItems(
  { db, ask, actor }: Asking,
  today: PlainDate,
  division: Promise<DivisionRules>,
): Promise<Item[]> {
  if (!actor.divisionId || (actor.role !== 'pm' && actor.role !== 'spm')) return []
  const { calendar, parametersOn } = await division
  const rules = { calendar, parameters: parametersOn(today) }
  const monthEnd = lastDayOfMonth(monthOf(today))
  const atMonthEnd = today >= addDays(monthEnd, -monthEndDays)
  const own = (since: RawBuilder<PlainDate>) =>
    db
      .selectFrom('customers')
      .select('name')
      .select(since.as('since'))
      .where('divisionId', '=', actor.divisionId)
      .where('ownerId', '=', actor.id)
      .where('deletedAt', 'is', null)
      .limit(countedTo)
  const withForm = (since: RawBuilder<PlainDate>) =>
    own(since).where('formCurrentOn', '>=', beginning).orderBy('formCurrentOn')
  const inShort = (rows: ReturnType<typeof own>) =>
    ask(
      db
        .selectFrom(rows.as('rows'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .select(sql<string[]>`(array_agg(name order by since))[1:${sql.lit(named)}]`.as('names'))
        .select(sql<PlainDate>`min(since)`.as('since'))
        .having(({ fn }) => fn.countAll(), '>', 0),
    )
  const [missing, stale, month] = await Promise.all([
    inShort(
      own(sql`created_at::date`)
        .where(missingBy(horizonOf(today), rules))
        .orderBy('createdAt'),
    ),
    inShort(withForm(staleFrom(rules)).where(aged(today, rules))),
    atMonthEnd
      ? inShort(withForm(sql`form_current_on`).where('formCurrentOn', '<', firstDayOfMonth(monthOf(today))))
      : [],
  ])
  return [
    ...missing.map((group) => {
      const due = firstVersionDue(group.since, rules.parameters, calendar)
      return itemOf('missing', `${countOf(group)}要填客户信息反馈表`, group, due, '六.3.2)①')
    }),
    ...stale.map((group) =>
      itemOf('stale', `${countOf(group)}的反馈表该更新了`, group, group.since, '六.3.2)②'),
    ),
    ...month.map((group) =>
      itemOf('month', `${countOf(group)}的反馈表本月还没核对`, group, monthEnd, '六.3.2)②'),
    ),
  ]
}

/** The day from which a form counts as old, by the grade of its customer. */
function staleFrom({ parameters }: Rules): RawBuilder<PlainDate> {
  return sql`form_current_on + case grade ${sql.join(
    grades.map((grade) => sql`when ${sql.lit(grade)} then ${sql.lit(freshDays(grade, parameters))}`),
    sql` `,
  )} end`
}

interface Group {
  count: number
  /** The first of them. */
  names: string[]
}

const countOf = ({ count }: Group) => (count === countedTo ? `${countedTo} 家以上客户` : `${count} 家客户`)

function itemOf(
  view: 'missing' | 'stale' | 'month',
  title: string,
  { count, names }: Group,
  dueOn: PlainDate,
  clause: string,
): Item {
  return {
    key: `feedback:${view}`,
    kind: 'feedback',
    title,
    tag: null,
    facts: `${names.join('、')}${count > names.length ? ' 等' : ''}`,
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
