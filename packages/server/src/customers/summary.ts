import {
  activityAges,
  type CustomerFilters,
  type CustomerSummary,
} from '@zhuowei/contract/customer-shapes.ts'
import type pg from 'pg'
import { type Asking, ageBorders, type Facet, facetConditions } from './conditions.ts'
import { baseConditions, closenessOf, onPool } from './matching.ts'
import { SqlValues } from './sql-values.ts'

/** Up to here the total is told exactly; 10,000+ is an answer. */
const totalCap = 10_000
/** So many rows of the scope are looked at; in a larger one the counts are lower bounds and say so. */
const scanned = 100_000
const citiesShown = 30

/**
 * How many customers the list has and how many each filter value would leave, in one pass over the scope. Each facet is counted with all
 * filters but its own, so that its other values can be compared. Loaded after the rows, never with them.
 */
export async function summariseCustomers(
  pool: pg.Pool,
  asking: Asking,
  filters: CustomerFilters,
): Promise<CustomerSummary> {
  const values = new SqlValues()
  const closeness = await closenessOf(onPool(pool), asking, filters)
  // Not narrowed to an owner: the facet of the owners is counted without that filter, and never beyond the scope.
  const base = baseConditions(asking, { ...filters, ownerId: undefined }, closeness, values)
  const wanted = facetConditions(filters, asking.now, values)
  const { fortnight, month } = ageBorders(asking.now)
  const age = `case when c.last_activity_kind is null then 'never'
    when c.last_activity_at >= ${values.add(fortnight)}::timestamptz then 'within14'
    when c.last_activity_at >= ${values.add(month)}::timestamptz then 'within30' else 'over30' end`
  const flags = facets.map((facet) => `${wanted[facet] ?? 'true'} as "fits_${facet}"`)
  const text = `
    with seen as materialized (
      select c.grade, c.trade_status, c.status, c.type, c.region_id as region, c.owner_id as owner,
        c.city, c.tag_ids as tags, ${age} as age, ${flags.join(', ')}
      from customers c where ${base.join(' and ')} limit ${scanned + 1})
    select 'seen' as facet, null as value, count(*)::int as count from seen
    union all select 'total', null, count(*)::int from seen where ${fitsAllBut(null)}
    ${facets.map((facet) => `union all ${countBy(facet)}`).join('\n')}`
  const { rows } = await pool.query<Count>({ text, values: values.list })
  return present(rows, await namesOf(pool, rows))
}

const facets: readonly Facet[] = [
  'grade',
  'tradeStatus',
  'status',
  'type',
  'region',
  'owner',
  'city',
  'lastActivity',
  'tag',
]

const columnOf: Record<Facet, string> = {
  grade: 'grade',
  tradeStatus: 'trade_status',
  status: 'status',
  type: 'type',
  region: 'region',
  owner: 'owner',
  city: 'city',
  lastActivity: 'age',
  tag: 'tag',
}

interface Count {
  facet: Facet | 'seen' | 'total'
  value: string | null
  count: number
}

const fitsAllBut = (own: Facet | null) =>
  facets
    .filter((facet) => facet !== own)
    .map((facet) => `"fits_${facet}"`)
    .join(' and ')

function countBy(facet: Facet): string {
  const column = columnOf[facet]
  const absent = facet === 'owner' ? 'none' : ''
  const counted = `select '${facet}', coalesce(${column}::text, '${absent}'), count(*)::int from seen where ${fitsAllBut(facet)} group by ${column}`
  if (facet === 'tag')
    return `select 'tag', tag::text, count(*)::int from seen, unnest(tags) tag where ${fitsAllBut(facet)} group by tag`
  return facet === 'city'
    ? `(${counted} having city is not null order by 3 desc, 2 limit ${citiesShown})`
    : counted
}

/** Owners and regions are few; their names are looked up once for the whole answer. */
async function namesOf(pool: pg.Pool, rows: readonly Count[]): Promise<Map<string, string>> {
  const ids = rows
    .filter(
      ({ facet, value }) => (facet === 'owner' || facet === 'region' || facet === 'tag') && value !== 'none',
    )
    .map(({ value }) => value)
  const found = await pool.query<{ id: string; name: string }>({
    name: 'customer-summary-names',
    text: 'select id, name from people where id = any($1::uuid[]) union all select id, name from regions where id = any($1::uuid[]) union all select id, name from tags where id = any($1::uuid[])',
    values: [ids],
  })
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

function present(rows: readonly Count[], names: Map<string, string>): CustomerSummary {
  const single = (facet: Count['facet']) => rows.find((row) => row.facet === facet)?.count ?? 0
  const of = (facet: Facet) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, count }) => ({ value: value ?? '', count }))
      .sort((one, other) => other.count - one.count)
  const named = (facet: Facet) =>
    of(facet).map(({ value, count }) => ({ value, name: names.get(value) ?? '经理池', count }))
  const total = single('total')
  return {
    total: Math.min(total, totalCap),
    capped: total > totalCap,
    exact: single('seen') <= scanned,
    facets: {
      // The columns carry check constraints with exactly the codes of the contract.
      grade: of('grade') as CustomerSummary['facets']['grade'],
      tradeStatus: of('tradeStatus') as CustomerSummary['facets']['tradeStatus'],
      status: of('status') as CustomerSummary['facets']['status'],
      type: of('type') as CustomerSummary['facets']['type'],
      lastActivity: activityAges.map((value) => ({
        value,
        count: of('lastActivity').find((one) => one.value === value)?.count ?? 0,
      })),
      city: of('city'),
      region: named('region'),
      owner: named('owner'),
      tag: named('tag'),
    },
  }
}
