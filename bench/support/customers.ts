import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import { searchRow } from '@zhuowei/server/customers/search-row.ts'
import { newId } from '@zhuowei/server/platform/ids.ts'
import type pg from 'pg'
import { divisionId, fillDivision, regions, salespeople, supervisors } from './division.ts'

/** A division with this many customers, each with one contact, in the columns that the commands fill. */
export async function fillCustomers(pool: pg.Pool, count: number): Promise<void> {
  await fillDivision(pool)
  await withoutIndexes(pool, async () => {
    for (let first = 0; first < count; first += batch) {
      const rows = Array.from({ length: Math.min(batch, count - first) }, (_, index) =>
        customerRow(first + index),
      )
      const columns = Object.keys(rows[0] ?? {}).join(', ') // what is not said keeps its default
      await pool.query(
        `insert into customers (${columns}) select ${columns} from jsonb_populate_recordset(null::customers, $1::jsonb)`,
        [JSON.stringify(rows)],
      )
    }
  })
  await fillContacts(pool)
  await fillActivities(pool)
}

/** Ten customers for each that is there: same words, other names, numbers, owners, grades and times. */
export async function multiplyCustomers(pool: pg.Pool): Promise<void> {
  const columns = await columnsOf(pool)
  const changed: Record<string, string> = {
    id: 'gen_random_uuid()',
    number: `c.number || '-' || copy`,
    name: `c.name || copy || '部'`,
    name_key: `c.name_key || copy || '部'`,
    name_order: `c.name_order || ' ' || copy`,
    credit_code: 'null',
    last_activity_at: `c.last_activity_at - copy * interval '17 minutes' - random() * interval '300 days'`,
    created_at: `c.created_at - random() * interval '300 days'`,
  }
  const selected = columns.map((column) => changed[column] ?? `c.${column}`)
  await withoutIndexes(pool, async () => {
    await pool.query(
      `insert into customers (${columns}) select ${selected} from customers c cross join generate_series(1, 9) copy`,
    )
  })
  await fillContacts(pool)
}

/** The name of the n-th customer; the same for every size. */
export function nameOf(index: number): string {
  const place = placeOf(index)
  const kind = kinds[mix(index, 7) % kinds.length] ?? ''
  return `${place}${kind}${index}` // the number keeps the name unique
}

/** Two characters, as most places have. */
export function placeOf(index: number): string {
  const number = mix(index, 3) % (characters.length * characters.length)
  return `${characters[number % characters.length]}${characters[Math.floor(number / characters.length)]}`
}

const batch = 2000
const characters = [
  ...'云岚澈汀朔霁沧屿澄原川昀泽望舒扶摇青穹星垂鹿鸣听涛晴松照远岫揽月拂晓溯光澜庭砚池栖枕溪衔山临渊野归帆汐和朗',
  ...'雁回碧梧竹里疏影漱石寒春芜秋沉璧问津拾穗流萤观折桂雪涵虚东西南北平安永定长宁兴隆金玉龙凤泉湖海洋林森丰华',
]
const kinds = [
  '市供电公司',
  '县供电公司',
  '热电厂',
  '风力发电有限公司',
  '光伏电站',
  '电力设计院',
  '电力建设公司',
  '电力物资公司',
  '水电站',
  '工业园自备电厂',
]
const types = [
  'city_grid',
  'county_grid',
  'power_plant',
  'power_plant',
  'power_plant',
  'design_institute',
  'construction',
  'materials',
  'power_plant',
  'power_plant',
]
const statuses = ['potential', 'contacting', 'interested', 'project', 'cooperating', 'dormant']
const contacts = [
  '李建国',
  '王海燕',
  '张晓东',
  '刘文静',
  '陈立新',
  '杨永刚',
  '赵秀英',
  '黄明辉',
  '周春生',
  '吴雪梅',
]

/** Spreads neighbouring numbers; no chance, so that every run has the same rows. */
function mix(index: number, salt: number): number {
  let value = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 15), 0xc2b2ae35)
  return (value ^ (value >>> 13)) >>> 0
}

function customerRow(index: number): Record<string, unknown> {
  const name = nameOf(index)
  const owner = salespeople[mix(index, 1) % salespeople.length]
  const region = regions[owner?.region ?? 0]
  const number = `KH-${region?.code}-${String(index + 1).padStart(6, '0')}`
  const traded = mix(index, 2) % 10 < 3
  const seen = new Date(Date.now() - (mix(index, 5) % (400 * 86_400)) * 1000)
  const made = new Date(seen.getTime() - (mix(index, 6) % (300 * 86_400)) * 1000)
  const { nameOrder, searchText, searchContacts, searchGrams } = searchRow({ name, number }, [
    contactOf(index),
  ])
  return {
    id: newId(),
    division_id: divisionId,
    number,
    name,
    name_key: normaliseName(name),
    name_order: nameOrder,
    type: types[mix(index, 7) % types.length],
    region_id: region?.id,
    city: name.slice(0, 2),
    owner_id: owner?.id,
    status: statuses[mix(index, 8) % statuses.length],
    trade_status: traded ? 'traded' : 'untraded',
    grade: traded ? 'AB'[mix(index, 9) % 2] : 'ABCCC'[mix(index, 9) % 5],
    status_since: made,
    grade_since: made,
    source: 'import',
    search_text: searchText,
    search_contacts: searchContacts,
    search_grams: searchGrams,
    last_activity_at: seen,
    last_activity_kind: 'visit',
    next_step: mix(index, 10) % 3 === 0 ? '约方案汇报的时间' : null,
    next_step_on: mix(index, 10) % 3 === 0 ? '2026-12-01' : null,
    form_completeness: (mix(index, 11) % 11) * 10,
    contact_count: 1,
    is_demo: false,
    version: 1,
    created_at: made,
    created_by: owner?.id,
    updated_at: seen,
    updated_by: owner?.id,
  }
}

const contactOf = (index: number) => contacts[mix(index, 12) % contacts.length] ?? ''

async function fillContacts(pool: pg.Pool): Promise<void> {
  await pool.query(`
    insert into contacts (id, division_id, customer_id, name, position, phone_sealed, phone_fingerprint, phone_mask, is_primary,
      created_at, created_by, updated_at, updated_by)
    select gen_random_uuid(), c.division_id, c.id, '李建国', '信通公司主任', 'v1.' || repeat('x', 52), left(md5(c.id::text), 32), '199****0000', true,
      c.created_at, c.created_by, c.created_at, c.created_by
    from customers c where not exists (select from contacts k where k.customer_id = c.id)`)
}

/** Three months of visits for each salesperson, some with a next step for these days. */
async function fillActivities(pool: pg.Pool): Promise<void> {
  for (const { id } of [...salespeople, ...supervisors]) {
    await pool.query(
      `insert into activities (id, division_id, customer_id, kind, happened_at, happened_on, author_id, visitor_ids, content, result, problem,
         next_step, next_on, created_at, created_by, updated_at, updated_by)
       select gen_random_uuid(), c.division_id, c.id, 'visit', at, (at at time zone 'Asia/Shanghai')::date, $1::uuid, array[$1::uuid],
         '技术交流', '对方认可', '无', case when n % 4 = 0 then '报概算' end, case when n % 4 = 0 then current_date + (n % 9 - 3)::int end,
         at, $1::uuid, at, $1::uuid
       from (select *, row_number() over () as n from (select * from customers where owner_id = $1::uuid limit 120) own) c
       cross join lateral (select now() - n * interval '18 hours' as at) t`,
      [id],
    )
  }
}

/** Indexes are built once at the end, as PostgreSQL's manual advises for loading in bulk. */
async function withoutIndexes(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public' and tablename = 'customers' and indexdef not like '%UNIQUE%'`,
  )
  for (const { name } of rows) await pool.query(`drop index ${name}`)
  await work()
  const client = await pool.connect()
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { definition } of rows) await client.query(definition)
  client.release()
}

async function columnsOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'customers' order by ordinal_position`,
  )
  return rows.map(({ name }) => name)
}
