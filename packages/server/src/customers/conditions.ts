import type { CustomerFilters } from '@zhuowei/contract/customer-shapes.ts'
import { addDays, atShanghai, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { isPhone, normalisePhone } from '@zhuowei/domain/customers/phone.ts'
import type { Actor } from '../platform/actor.ts'
import type { Secrets } from '../platform/secrets.ts'
import { scopeOf } from './scope.ts'
import { indexKeys } from './search-row.ts'
import { asNumber, searchTerms, type Way } from './search-terms.ts'
import type { SqlValues } from './sql-values.ts'

export interface Asking {
  actor: Actor
  now: Date
  secrets: Secrets
}

export type Facet =
  | 'grade'
  | 'tradeStatus'
  | 'status'
  | 'type'
  | 'region'
  | 'owner'
  | 'city'
  | 'lastActivity'
  | 'tag'

/** The rows that the person may see, the hand-written twin of `visibleCustomers` for the table alias `c`. */
export function scopeCondition(actor: Actor, filters: CustomerFilters, values: SqlValues): string {
  const scope = scopeOf(actor)
  switch (scope.kind) {
    case 'everything':
      return 'c.deleted_at is null'
    case 'nothing':
      return 'false'
    case 'division':
      return `c.deleted_at is null and c.division_id = ${values.add(scope.divisionId)}::uuid`
    case 'regions': {
      const division = `c.deleted_at is null and c.division_id = ${values.add(scope.divisionId)}::uuid`
      const wantsOnlyOwn = filters.ownerId?.length === 1 && filters.ownerId[0] === scope.ownerId
      if (wantsOnlyOwn) return division // the filter itself is inside the scope, and an index follows it
      const regions =
        scope.regionIds.length > 0 ? values.among('c.region_id', 'uuid', scope.regionIds) : 'false'
      return `${division} and (${regions} or c.owner_id = ${values.add(scope.ownerId)}::uuid)`
    }
  }
}

/** One condition for each filter that is set; the summary leaves a facet's own one out. */
export function facetConditions(
  filters: CustomerFilters,
  now: Date,
  values: SqlValues,
): Partial<Record<Facet, string>> {
  const text = (column: string, wanted: readonly string[] | undefined) =>
    wanted?.length ? values.among(column, 'text', wanted) : undefined
  return {
    grade: text('c.grade', filters.grade),
    tradeStatus: text('c.trade_status', filters.tradeStatus),
    status: text('c.status', filters.status),
    type: text('c.type', filters.type),
    city: text('c.city', filters.city),
    region: filters.regionId?.length ? values.among('c.region_id', 'uuid', filters.regionId) : undefined,
    owner: filters.ownerId?.length ? ownerCondition(filters.ownerId, values) : undefined,
    tag: filters.tagId?.length ? tagCondition(filters.tagId, values) : undefined,
    lastActivity: filters.lastActivity?.length ? ageCondition(filters.lastActivity, now, values) : undefined,
  }
}

/** The start of the days that lie 14 and 30 days back: the borders between the three ages. */
export function ageBorders(now: Date): { fortnight: Date; month: Date } {
  const today = shanghaiDate(now)
  return {
    fortnight: atShanghai(addDays(today, -14), '00:00'),
    month: atShanghai(addDays(today, -30), '00:00'),
  }
}

export function searchCondition(query: string, { actor, secrets }: Asking, values: SqlValues): string {
  const phone = phoneCondition(query, secrets, values)
  const byPhone =
    phone &&
    `c.id = any(array(select k.customer_id from contacts k where ${phone})) and ${contactCondition(actor, values)}`
  if (byPhone && isPhone(query)) return byPhone
  const number = asNumber(query)
  if (number) {
    const given = values.add(number)
    // The number of a record that was merged leads to the one that was kept.
    return `(c.number = ${given} or c.id = any(array(
      select m.merged_into_id from customers m where m.number = ${given} and m.merged_into_id is not null)))`
  }
  const throughContacts = contactCondition(actor, values)
  const words = searchTerms(query).map((ways) => {
    const ofContacts = ways.filter((way) => !way.ofCustomer)
    const named = containment('c.search_text', ways, values)
    const byContact = `${throughContacts} and (${containment('c.search_contacts', ofContacts, values)})`
    return `${lead(ways, ofContacts, values)} and (${named} or (${byContact}))`
  })
  return byPhone ? `(${words.join(' and ')} or (${byPhone}))` : words.join(' and ')
}

/**
 * The contacts `k` with this number: the whole of it, or its last four digits as people say them. The four are those of the mask, which
 * every reader of a contact sees; what the mask hides is found only by somebody who has the whole number.
 */
export function phoneCondition(query: string, secrets: Secrets, values: SqlValues): string | null {
  if (isPhone(query)) {
    return `k.phone_fingerprint = ${values.add(secrets.fingerprint(normalisePhone(query)))} and k.deleted_at is null`
  }
  const tail = query.normalize('NFKC')
  if (!/^\d{4}$/.test(tail)) return null
  return `right(k.phone_mask, 4) = ${values.add(tail)} and k.phone_mask is not null and k.deleted_at is null`
}

/** §3A R-r*: a colleague's customer is not found through its contacts. */
function contactCondition(actor: Actor, values: SqlValues): string {
  return actor.role === 'pm' ? `c.owner_id = ${values.add(actor.id)}::uuid` : 'true'
}

/** What the index of pieces can answer; the texts decide. */
function lead(ways: readonly Way[], ofContacts: readonly Way[], values: SqlValues): string {
  const pieces = [
    ...ways.map((way) => way.grams),
    ...ofContacts.map((way) => way.grams.map((gram) => `@${gram}`)),
  ]
  if (pieces.some((grams) => grams.length === 0)) return 'true'
  if (pieces.every((grams) => grams.length === 1))
    return `c.search_grams && ${values.add(indexKeys(pieces.flat()))}::int4[]`
  const each = pieces.map((grams) => `c.search_grams @> ${values.add(indexKeys(grams))}::int4[]`)
  return `(${each.join(' or ')})`
}

/** A function instead of LIKE: there is nothing to escape, and the planner goes by the frequency of the pieces, which it knows. */
function containment(column: string, ways: readonly Way[], values: SqlValues): string {
  return ways.map((way) => `strpos(${column}, ${values.add(way.contains)}) > 0`).join(' or ')
}

/** Any of the labels; the first half is what the partial index is about. */
function tagCondition(wanted: readonly string[], values: SqlValues): string {
  return `(c.tag_ids <> '{}' and c.tag_ids && ${values.add(wanted)}::uuid[])`
}

function ownerCondition(wanted: readonly string[], values: SqlValues): string {
  const people = wanted.filter((owner) => owner !== 'none')
  const parts = people.length > 0 ? [values.among('c.owner_id', 'uuid', people)] : []
  if (people.length < wanted.length) parts.push('c.owner_id is null')
  return `(${parts.join(' or ')})`
}

function ageCondition(wanted: readonly string[], now: Date, values: SqlValues): string {
  const { fortnight, month } = ageBorders(now)
  const at = (instant: Date) => `${values.add(instant)}::timestamptz`
  const visited = 'c.last_activity_kind is not null'
  const ranges = wanted.map((age) => {
    if (age === 'never') return 'c.last_activity_kind is null'
    if (age === 'within14') return `(${visited} and c.last_activity_at >= ${at(fortnight)})`
    if (age === 'over30') return `(${visited} and c.last_activity_at < ${at(month)})`
    return `(${visited} and c.last_activity_at >= ${at(month)} and c.last_activity_at < ${at(fortnight)})`
  })
  return `(${ranges.join(' or ')})`
}
