import type { CustomerListItem, CustomerQuery } from '@zhuowei/contract/customer-shapes.ts'
import type { OnServer } from '@zhuowei/contract/kernel.ts'
import type pg from 'pg'
import { prepared } from '../platform/db/prepared.ts'
import { cursorOf, readCursor } from '../platform/http/cursor.ts'
import { may } from './access.ts'
import type { Asking } from './conditions.ts'
import { type Closeness, closenessOf, matchingConditions, onPool } from './matching.ts'
import { SqlValues } from './sql-values.ts'

type ListItem = OnServer<CustomerListItem>

/** One statement, no count, one row more than asked to know whether there is a next page. */
export async function listCustomers(pool: pg.Pool, asking: Asking, query: CustomerQuery) {
  const exact = await onePage(pool, asking, query, 'exact')
  if (exact.items.length > 0 || (await closenessOf(onPool(pool), asking, query)) === 'exact')
    return { ...exact, leftOut: false }
  return { ...(await onePage(pool, asking, query, 'leftOut')), leftOut: true }
}

async function onePage(pool: pg.Pool, asking: Asking, query: CustomerQuery, closeness: Closeness) {
  const { text, values, name } = statement(asking, query, closeness)
  const { rows } = await pool.query<Row>({ text, values, name })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => present(asking, row)),
    next: rows.length > query.limit && last ? sorts[query.sort].cursorOf(last) : null,
  }
}

/** A search and the conditions of a view are planned each time, because the best plan depends on how frequent the values are; all else is prepared by its shape. */
function statement(
  asking: Asking,
  query: CustomerQuery,
  closeness: Closeness,
): { text: string; values: unknown[]; name: string | undefined } {
  const values = new SqlValues()
  const sort = sorts[query.sort]
  const direction = query.direction ?? sort.natural
  const conditions = [
    ...matchingConditions(asking, query, closeness, values),
    ...(query.cursor ? [sort.after(query.cursor, direction, values)] : []),
  ]
  const order = sort.order(direction)
  const limit = query.limit + 1
  const text =
    asking.actor.role === 'gm'
      ? acrossDivisions(conditions, order, limit)
      : `select ${columns} from customers c where ${conditions.join(' and ')} order by ${order} limit ${limit}`
  return { text, values: values.list, name: query.q || query.where ? undefined : prepared(text) }
}

/** 总经理 sees all divisions; each gives its first rows in the order of its own index. */
function acrossDivisions(conditions: readonly string[], order: string, limit: number): string {
  return `select ${columns} from divisions d cross join lateral (
    select * from customers c where c.division_id = d.id and ${conditions.join(' and ')} order by ${order} limit ${limit}
  ) c order by ${order} limit ${limit}`
}

const columns = `c.id, c.number, c.name, c.grade, c.trade_status as "tradeStatus", c.status, c.type, c.source, c.city, c.county,
  c.contact_count as "contactCount", case when c.tag_ids = '{}' then '[]'::json else (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]'::json)
    from tags t where t.id = any(c.tag_ids)) end as tags,
  c.form_completeness as "formCompleteness", c.form_current_on as "formCurrentOn", c.last_activity_at as "lastActivityAt", c.last_activity_kind as "lastActivityKind",
  c.next_step as "nextStep", c.next_step_on as "nextStepOn", c.created_at as "createdAt", c.version,
  c.name_order as "nameOrder", c.division_id as "divisionId", c.region_id as "regionId", c.owner_id as "ownerId",
  (select r.name from regions r where r.id = c.region_id) as "regionName",
  (select p.name from people p where p.id = c.owner_id) as "ownerName"`

interface Row extends Omit<ListItem, 'region' | 'owner'> {
  nameOrder: string
  divisionId: string
  regionId: string
  ownerId: string | null
  regionName: string
  ownerName: string | null
}

function present({ actor }: Asking, row: Row): ListItem {
  const { regionId, regionName, ownerId, ownerName } = row
  const seesVisits = may.seeContacts(actor, row)
  return {
    ...row,
    region: { id: regionId, name: regionName },
    owner: ownerId ? { id: ownerId, name: ownerName ?? '' } : null,
    formCompleteness: seesVisits ? row.formCompleteness : null,
    formCurrentOn: seesVisits ? row.formCurrentOn : null,
    nextStep: seesVisits ? row.nextStep : null,
    nextStepOn: seesVisits ? row.nextStepOn : null,
  }
}

type Direction = 'asc' | 'desc'

interface Sort {
  natural: Direction
  order(direction: Direction): string
  cursorOf(last: Row): string
  /** The rows that come after the cursor; row comparisons are what the indexes of the table answer. */
  after(cursor: string, direction: Direction, values: SqlValues): string
}

const byInstant = (column: string, value: (row: Row) => Date): Sort => ({
  natural: 'desc',
  order: (direction) => `${column} ${direction}, c.id ${direction}`,
  cursorOf: (last) => cursorOf(value(last).toISOString(), last.id),
  after(cursor, direction, values) {
    const [at, id] = readCursor(cursor, 2)
    return `(${column}, c.id) ${beyond(direction)} (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`
  },
})

const sorts: Record<CustomerQuery['sort'], Sort> = {
  lastActivity: byInstant('c.last_activity_at', (row) => row.lastActivityAt),
  created: byInstant('c.created_at', (row) => row.createdAt),
  name: {
    natural: 'asc',
    order: (direction) => `c.name_order ${direction}, c.id ${direction}`,
    cursorOf: (last) => cursorOf(last.nameOrder, last.id),
    after(cursor, direction, values) {
      const [name, id] = readCursor(cursor, 2)
      return `(c.name_order, c.id) ${beyond(direction)} (${values.add(name)}, ${values.add(id)}::uuid)`
    },
  },
  // Inside a grade the latest activity comes first; the other direction is the same list from its end.
  grade: {
    natural: 'asc',
    order: (direction) =>
      `c.grade ${direction}, c.last_activity_at ${opposite(direction)}, c.id ${opposite(direction)}`,
    cursorOf: (last) => cursorOf(last.grade, last.lastActivityAt.toISOString(), last.id),
    after(cursor, direction, values) {
      const [grade, at, id] = readCursor(cursor, 3)
      const same = values.add(grade)
      const rest = `(c.last_activity_at, c.id) ${beyond(opposite(direction))} (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`
      return `c.grade ${beyond(direction)}= ${same} and (c.grade ${beyond(direction)} ${same} or ${rest})`
    },
  },
}

const beyond = (direction: Direction) => (direction === 'asc' ? '>' : '<')
const opposite = (direction: Direction): Direction => (direction === 'asc' ? 'desc' : 'asc')
