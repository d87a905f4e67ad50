import { newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import { createCustomer } from '../../../customers/create.ts'
import { findPairs } from '../../../merges/find-pairs.ts'
import { mergeCustomers } from '../../../merges/merge.ts'
import { dismissPair } from '../../../merges/pairs.ts'
import type { Username } from '../cast.ts'
import type { DemoCustomer } from '../customers.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId, personId, regionId, type Stage } from '../stage/stage.ts'

/** OA(3): what stands on record twice (§7): one pair was merged, two wait for 综合管理, one was found to be two customers. */
export function duplicateActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  const county = customers.filter(({ type, region }) => type === 'county_grid' && region === 'YL')
  const [first, second, third, fourth] = county
  if (!first || !second || !third || !fourth) return []
  const office = `${fourth.city}${fourth.county ?? ''}电力实业总公司`
  const looked = quarter.at('2026-11-20', '17:30')
  return [
    again(first, `国网${first.name}`, 'walan', quarter.at('2026-11-09', '10:20')),
    merged(first, `国网${first.name}`, quarter.at('2026-11-12', '15:40')),
    again(second, second.name.replace('公司', '局'), 'jiaoer', quarter.at('2026-11-17', '11:05')),
    again(
      third,
      `${third.city}${third.county ?? ''}电力调度中心`,
      'fute',
      quarter.at('2026-11-19', '16:15'),
      {
        samePhone: true,
      },
    ),
    again(fourth, office, 'walan', quarter.at('2026-11-16', '09:50'), { samePhone: true }),
    { at: looked, key: 'twice|looked', play: ({ db }) => findPairs(db, looked) },
    twoAfterAll(fourth, office, quarter.at('2026-11-20', '17:40')),
  ]
}

/** Somebody did not look, or meant another department. */
function again(
  { name, region, contacts: [contact] }: DemoCustomer,
  other: string,
  ownerId: Username,
  at: Date,
  { samePhone = false } = {},
): Act {
  const input = newCustomer.parse({
    name: other,
    contactName: contact.name,
    contactPosition: contact.position,
    contactPhone: samePhone ? contact.phone : `1990000${String(name.length + other.length).padStart(4, '6')}`,
    status: 'contacting',
    regionId: regionId(region),
    ownerId: personId(ownerId),
    confirmDuplicates: true,
  })
  return {
    at,
    key: `twice|${other}`,
    play: (stage) =>
      as(stage, 'hengli', at, (work) => createCustomer(work, input, { id: customerId(other), isDemo: true })),
  }
}

function merged({ name }: DemoCustomer, other: string, at: Date): Act {
  const play = (stage: Stage) =>
    as(stage, 'hengli', at, async (work) => {
      const records = await work.db
        .selectFrom('customers')
        .select(['id', 'version'])
        .where('id', 'in', [customerId(name), customerId(other)])
        .execute()
      const of = (wanted: string) => records.filter(({ id }) => id === customerId(wanted))
      for (const kept of of(name)) await mergeCustomers(work, { kept, others: of(other), take: [] })
    })
  return { at, key: `twice|merged|${name}`, play }
}

/** One telephone for two offices of one house. */
function twoAfterAll({ name }: DemoCustomer, other: string, at: Date): Act {
  const [oneId = '', otherId = ''] = [customerId(name), customerId(other)].sort()
  const play = (stage: Stage) => as(stage, 'hengli', at, (work) => dismissPair(work, { oneId, otherId }))
  return { at, key: `twice|dismissed|${other}`, play }
}
