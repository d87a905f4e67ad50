import type { SearchHits } from '@zhuowei/contract/search.ts'
import { type Role, roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import type pg from 'pg'
import { type Asking, phoneCondition, scopeCondition, searchCondition } from '../customers/conditions.ts'
import { leftOutCondition } from '../customers/left-out.ts'
import { searchTextOf } from '../customers/search-row.ts'
import { searchTerms } from '../customers/search-terms.ts'
import { SqlValues } from '../customers/sql-values.ts'
import type { Database } from '../platform/db/connect.ts'

/** ⌘K: a few of each kind, only what the person may see. */
export async function searchEverything(
  pool: pg.Pool,
  db: Database,
  asking: Asking,
  q: string,
  limit: number,
): Promise<SearchHits> {
  const [customers, contacts, people] = await Promise.all([
    findCustomers(pool, asking, q, limit),
    findContacts(pool, asking, q, limit),
    findPeople(db, asking, q, limit),
  ])
  return { customers, contacts, people }
}

/** As typed first; where that finds little, also the names in which the characters stand with others between them. */
async function findCustomers(
  pool: pg.Pool,
  asking: Asking,
  q: string,
  limit: number,
): Promise<SearchHits['customers']> {
  const exact = await customersBy(pool, asking, limit, (values) => searchCondition(q, asking, values))
  if (exact.length >= few || leftOutCondition(q, new SqlValues()) === null) return exact
  const more = await customersBy(pool, asking, limit, (values) => leftOutCondition(q, values) ?? 'false')
  return [...new Map([...exact, ...more].map((one) => [one.id, one])).values()].slice(0, limit)
}

const few = 3

async function customersBy(
  pool: pg.Pool,
  { actor }: Asking,
  limit: number,
  condition: (values: SqlValues) => string,
): Promise<SearchHits['customers']> {
  const values = new SqlValues()
  const scope = scopeCondition(actor, {}, values)
  const { rows } = await pool.query<SearchHits['customers'][number]>({
    text: `select c.id, c.name, c.number, c.grade, (select p.name from people p where p.id = c.owner_id) as "ownerName"
      from customers c where ${scope} and ${condition(values)}
      order by c.last_activity_at desc, c.id desc limit ${limit}`,
    values: values.list,
  })
  return rows
}

/** Whose number it is, then whose name it is; 项目主管 only among the own customers (§3A R-r*). */
async function findContacts(
  pool: pg.Pool,
  asking: Asking,
  q: string,
  limit: number,
): Promise<SearchHits['contacts']> {
  const found = [...(await findByPhone(pool, asking, q, limit)), ...(await findByName(pool, asking, q))]
  const once = new Map(found.map((row) => [row.id, row]))
  return [...once.values()].slice(0, limit).map(({ id, name, position, customerId, customerName }) => ({
    id,
    name,
    position,
    customer: { id: customerId, name: customerName },
  }))
}

interface ContactRow {
  id: string
  name: string
  position: string
  customerId: string
  customerName: string
}

const contactColumns =
  'k.id, k.name, k.position, c.id as "customerId", c.name as "customerName" from contacts k join customers c on c.id = k.customer_id'

async function findByPhone(pool: pg.Pool, asking: Asking, q: string, limit: number): Promise<ContactRow[]> {
  const values = new SqlValues()
  const phone = phoneCondition(q, asking.secrets, values)
  if (!phone) return []
  const { rows } = await pool.query<ContactRow>({
    text: `select ${contactColumns} where ${phone} and ${readableContacts(asking, values)}
      order by c.last_activity_at desc, k.id limit ${limit}`,
    values: values.list,
  })
  return rows
}

/** People of customers are few for each customer: those of the customers that are found through their contacts. */
async function findByName(pool: pg.Pool, asking: Asking, q: string): Promise<ContactRow[]> {
  const values = new SqlValues()
  const readable = readableContacts(asking, values)
  const { rows } = await pool.query<ContactRow>({
    text: `select ${contactColumns}
      where k.deleted_at is null and c.id in (select c.id from customers c where ${readable} and ${searchCondition(q, asking, values)}
        order by c.last_activity_at desc limit 50)
      order by c.last_activity_at desc, k.is_primary desc, k.id limit 300`,
    values: values.list,
  })
  return rows.filter((row) => matches(row.name, q))
}

function readableContacts({ actor }: Asking, values: SqlValues): string {
  const scope = scopeCondition(actor, {}, values)
  return actor.role === 'pm' ? `${scope} and c.owner_id = ${values.add(actor.id)}::uuid` : scope
}

/** Colleagues: at most a thousand in a division, compared here. */
async function findPeople(
  db: Database,
  { actor }: Asking,
  q: string,
  limit: number,
): Promise<SearchHits['people']> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'role'])
    .where('leavingDate', 'is', null)
    .$if(actor.divisionId !== null, (own) => own.where('divisionId', '=', actor.divisionId))
    .orderBy('name')
    .limit(2000)
    .execute()
  return rows
    .filter((row) => matches(row.name, q))
    .slice(0, limit)
    .map(({ id, name, role }) => ({ id, name, roleLabel: roleLabel[role as Role] })) // check constraint people_role_known
}

/** The same spellings as in the database, for a name that is at hand. */
function matches(name: string, q: string): boolean {
  const text = searchTextOf(name)
  return searchTerms(q).every((ways) => ways.some((way) => text.includes(way.contains)))
}
