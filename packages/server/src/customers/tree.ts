import type { CustomerTree } from '@zhuowei/contract/customer-shapes.ts'
import { sql } from 'kysely'
import type { Reading } from '../platform/http/implement.ts'
import { invalid } from '../platform/refusal.ts'
import { visibleCustomer } from './find.ts'
import { visibleCustomers } from './scope.ts'

const deepest = 10
const childrenShown = 200

/** 上级单位 from the top down to the customer, and its 下级单位, as far as the person sees them. */
export async function customerTree(reading: Reading, id: string): Promise<CustomerTree> {
  const customer = await visibleCustomer(reading, id)
  const above = customer.parentId ? await chainFrom(reading, customer.parentId) : []
  const relatives = await selectRelatives(reading)
    .where((row) =>
      row.or([
        row('customers.parentId', '=', id),
        ...(above.length > 0 ? [row('customers.id', 'in', above)] : []),
      ]),
    )
    .orderBy('customers.nameOrder')
    .limit(childrenShown + above.length)
    .execute()
  const view = ({ parentId: _, ...relative }: (typeof relatives)[number]) =>
    relative as CustomerTree['children'][number] // grade and status carry check constraints with the contract's codes
  return {
    ancestors: above
      .toReversed()
      .flatMap((ancestor) => relatives.filter((one) => one.id === ancestor))
      .map(view),
    children: relatives.filter((one) => one.parentId === id).map(view),
  }
}

/** A parent that the person sees, in the same division, and not below the customer itself. */
export async function parentFor(reading: Reading, customerId: string | null, parentId: string) {
  const parent = await selectRelatives(reading).where('customers.id', '=', parentId).executeTakeFirst()
  if (!parent) throw invalid('parentId', '没有找到这家上级单位')
  if (!customerId) return { id: parent.id, name: parent.name }
  const chain = await chainFrom(reading, parentId)
  if (chain.includes(customerId))
    throw invalid('parentId', `${parent.name}是这家客户的下级单位，不能又作它的上级`)
  if (chain.length >= deepest) throw invalid('parentId', `上下级不能超过 ${deepest} 层`)
  return { id: parent.id, name: parent.name }
}

/** The customer and everything above it, from below. */
async function chainFrom({ db }: Reading, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, parent_id, 1 as level from customers where id = ${id}
      union all
      select c.id, c.parent_id, level + 1 from chain join customers c on c.id = chain.parent_id where level < ${deepest + 1}
    ) select id from chain order by level`.execute(db)
  return rows.map((row) => row.id)
}

function selectRelatives({ db, actor }: Reading) {
  return db
    .selectFrom('customers')
    .leftJoin('people as owner', 'owner.id', 'customers.ownerId')
    .where(visibleCustomers(actor))
    .select([
      'customers.id',
      'customers.name',
      'customers.grade',
      'customers.status',
      'customers.parentId',
      'owner.name as ownerName',
    ])
}
