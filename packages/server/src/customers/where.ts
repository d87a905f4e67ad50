import type { Condition, Where } from '@zhuowei/contract/customer-conditions.ts'
import { addDays, atShanghai, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { type Asking, facetConditions } from './conditions.ts'
import type { SqlValues } from './sql-values.ts'

/** The groups of conditions of a view as one condition on the table alias `c`; every value is a parameter. */
export function whereCondition(
  { join, groups }: Where,
  asking: Pick<Asking, 'actor' | 'now'>,
  values: SqlValues,
): string {
  const each = groups.map((group) =>
    inParentheses(group.items.map((item) => compile(item, asking, values)).join(` ${group.join} `)),
  )
  return inParentheses(each.join(` ${join} `))
}

function compile(condition: Condition, asking: Pick<Asking, 'actor' | 'now'>, values: SqlValues): string {
  const met = inParentheses(positive(condition, asking, values))
  const told = condition.op === 'notIn' || condition.op === 'notContains' ? `${met} is not true` : met
  return restricted.includes(condition.field) ? `(${ownOnly(asking, values)} and ${told})` : told
}

/** §3A R-r*: the form and the next step of a colleague's customer are not to be found out by filtering either. */
const restricted: readonly Condition['field'][] = ['formCompleteness', 'nextStep']
const ownOnly = ({ actor }: Pick<Asking, 'actor'>, values: SqlValues) =>
  actor.role === 'pm' ? `c.owner_id = ${values.add(actor.id)}::uuid` : 'true'

function positive(condition: Condition, { now }: Pick<Asking, 'now'>, values: SqlValues): string {
  const today = shanghaiDate(now)
  switch (condition.field) {
    case 'source':
      return values.among('c.source', 'text', condition.value)
    case 'nextStep':
      return condition.value.map((state) => nextStep(state, today, values)).join(' or ')
    case 'name':
    case 'city':
      return `strpos(c.${condition.field}, ${values.add(condition.value)}) > 0`
    case 'contactCount':
      return compared('c.contact_count', condition, values)
    case 'formCompleteness':
      return compared('c.form_completeness', condition, values)
    case 'silentDays':
      return daysAgo('c.last_activity_at', condition, today, values)
    case 'createdDays':
      return daysAgo('c.created_at', condition, today, values)
    default: {
      // The same conditions as the facets beside the list.
      const [facet] = Object.values(
        facetConditions({ [condition.field]: condition.value }, now, values),
      ).filter((one) => one !== undefined)
      return facet ?? 'true'
    }
  }
}

function nextStep(state: 'none' | 'planned' | 'overdue', today: string, values: SqlValues): string {
  if (state === 'none') return 'c.next_step is null'
  return state === 'planned' ? 'c.next_step is not null' : `c.next_step_on < ${values.add(today)}::date`
}

interface Limit {
  op: 'atLeast' | 'atMost'
  value: number
}

const compared = (column: string, { op, value }: Limit, values: SqlValues) =>
  `${column} ${op === 'atLeast' ? '>=' : '<='} ${values.add(value)}::int`

/** At least so many days ago is before the end of that day; at most is from its beginning on. */
function daysAgo(column: string, { op, value }: Limit, today: string, values: SqlValues): string {
  const start = (days: number) => `${values.add(atShanghai(addDays(today, -days), '00:00'))}::timestamptz`
  return op === 'atLeast' ? `${column} < ${start(value - 1)}` : `${column} >= ${start(value)}`
}

const inParentheses = (text: string) => `(${text})`
