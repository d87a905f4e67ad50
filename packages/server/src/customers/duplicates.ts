import type { DuplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import type { SimilarQuery } from '@zhuowei/contract/customers.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { normaliseName } from '@zhuowei/domain/customers/name.ts'
import { isPhone, normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import { sql } from 'kysely'
import type { Database, Trx } from '../platform/db/connect.ts'
import { plannedEachTime } from '../platform/db/prepared.ts'
import type { Reading } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Secrets } from '../platform/secrets.ts'
import { may } from './access.ts'
import { indexKeys } from './search-row.ts'
import { distinctivePieces, isSimilarName } from './similar-name.ts'

export interface CustomerReading extends Reading {
  secrets: Secrets
}

/**
 * Customers of the division that may be the one being entered. Of those outside the person's scope only what the database refuses too is
 * told, and only who owns them.
 */
export async function findSimilar(
  { db, actor, secrets }: CustomerReading,
  divisionId: string,
  query: SimilarQuery,
): Promise<DuplicateCandidate[]> {
  const found = await lookUp(db, secrets, divisionId, query)
  const reasons = new Map<string, DuplicateCandidate>()
  for (const row of found) {
    const { reason } = row
    const blocking = reason === 'same_name' || reason === 'same_credit_code'
    const seen = may.see(actor, row)
    if (reasons.has(row.id) || row.id === query.exceptId || (!seen && !blocking)) continue
    reasons.set(row.id, { ...candidate(row, seen), reason, text: sentence(reason, row.ownerName), blocking })
  }
  return [...reasons.values()].slice(0, shown)
}

/** The duplicate check while typing. */
export async function similarTo(reading: CustomerReading, query: SimilarQuery) {
  const { divisionId } = reading.actor
  return { items: divisionId ? await findSimilar(reading, divisionId, query) : [] }
}

/** Refuses what would be a second record of the same customer; similar ones the person may confirm to be others. */
export function refuseDuplicates(candidates: readonly DuplicateCandidate[], confirmed: boolean): void {
  const blocking = candidates.filter((one) => one.blocking)
  if (blocking.length === 0 && (confirmed || candidates.length === 0)) return
  const told = blocking.length > 0 ? blocking : candidates
  throw new Refusal('duplicate_record', {
    detail: told[0]?.text,
    errors: blocking.map(({ reason, text }) => ({
      path: reason === 'same_credit_code' ? 'creditCode' : 'name',
      message: text,
    })),
    facts: { candidates, confirmable: blocking.length === 0 },
  })
}

const shown = 8
const lookedAt = 100

interface Found {
  reason: DuplicateCandidate['reason']
  id: string
  name: string
  number: string
  grade: string
  divisionId: string
  regionId: string
  ownerId: string | null
  regionName: string
  ownerName: string | null
}

/**
 * The surest reason first; each is one look into an index. The names are planned each time, because the pieces of one may be frequent and
 * those of the next rare, and on their own, because that is quick.
 */
async function lookUp(
  db: Database | Trx,
  secrets: Secrets,
  divisionId: string,
  query: SimilarQuery,
): Promise<Found[]> {
  const sure = await lookUpKeys(db, secrets, divisionId, query)
  const alike = query.name ? await similarNames(db, divisionId, query.name) : []
  return alike.length > 0 ? [...sure, ...(await alikeOnes(db, alike))] : sure
}

const details = sql`c.id, c.name, c.number, c.grade, c.division_id, c.region_id, c.owner_id,
  (select r.name from regions r where r.id = c.region_id) as region_name,
  (select p.name from people p where p.id = c.owner_id) as owner_name`

async function lookUpKeys(
  db: Database | Trx,
  secrets: Secrets,
  divisionId: string,
  { name, phone, creditCode }: SimilarQuery,
): Promise<Found[]> {
  const inDivision = sql`c.division_id = ${divisionId} and c.deleted_at is null`
  const parts = []
  if (name) {
    parts.push(sql`select 'same_name' as reason, ${details} from customers c
      where ${inDivision} and c.name_key = ${normaliseName(name)}`)
  }
  if (creditCode) {
    parts.push(sql`select 'same_credit_code' as reason, ${details} from customers c
      where ${inDivision} and c.credit_code = ${creditCode}`)
  }
  if (phone && isPhone(phone)) {
    parts.push(sql`(select 'same_phone' as reason, ${details} from contacts k join customers c on c.id = k.customer_id
      where k.phone_fingerprint = ${secrets.fingerprint(normalisePhone(phone))} and k.division_id = ${divisionId}
        and k.deleted_at is null and c.deleted_at is null limit ${lookedAt})`)
  }
  if (parts.length === 0) return []
  const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** The ids of the customers with a name like this one, the customer of that name among them. */
export async function similarNames(db: Database | Trx, divisionId: string, name: string): Promise<string[]> {
  const sets = distinctivePieces(name)
  if (sets.length === 0) return []
  const led = sets.map((pieces) => sql`c.search_grams @> ${indexKeys(pieces)}::int4[]`)
  const { rows } = await sql<{ id: string; name: string }>`${sql.raw(plannedEachTime)}
    select c.id, c.name from customers c where c.division_id = ${divisionId} and c.deleted_at is null
      and (${sql.join(led, sql` or `)}) limit ${lookedAt}`.execute(db)
  return rows.filter((row) => isSimilarName(row.name, name)).map(({ id }) => id)
}

async function alikeOnes(db: Database | Trx, ids: readonly string[]): Promise<Found[]> {
  const { rows } = await sql<Found>`select 'similar_name' as reason, ${details} from customers c
    where c.id = any(${ids}::uuid[]) order by c.number`.execute(db)
  return rows
}

function candidate(row: Found, seen: boolean): Pick<DuplicateCandidate, 'customer' | 'ownerName'> {
  const { id, name, number, grade, regionName, ownerName } = row
  // Check constraint customers_grade_known.
  return { customer: seen ? { id, name, number, grade: grade as Grade, regionName } : null, ownerName }
}

function sentence(reason: DuplicateCandidate['reason'], ownerName: string | null): string {
  const where = ownerName ? `由${ownerName}负责` : '现在在经理池'
  const what: Record<DuplicateCandidate['reason'], string> = {
    same_name: '已有同名客户',
    same_credit_code: '已有信用代码相同的客户',
    same_phone: '已有联系电话相同的客户',
    similar_name: '已有名称相近的客户',
  }
  return `${what[reason]}，${where}`
}
