import { whereParam } from '@zhuowei/contract/customer-conditions.ts'
import { activityAges, customerSorts } from '@zhuowei/contract/customer-shapes.ts'
import { accountStatuses, accountTypes } from '@zhuowei/domain/customers/account.ts'
import { grades, tradeStatuses } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'

const several = <T extends z.ZodType>(item: T) =>
  z
    .union([z.array(item), item.transform((one) => [one])])
    .optional()
    .catch(undefined)

const optional = <T extends z.ZodType>(item: T) => item.optional().catch(undefined)

/** The whole view is in the address: filters, order, the saved view it came from, and the record that stands open beside the list. */
export const customersSearch = z.object({
  q: optional(z.string().max(60)),
  grade: several(z.enum(grades)),
  tradeStatus: several(z.enum(tradeStatuses)),
  status: several(z.enum(accountStatuses)),
  type: several(z.enum(accountTypes)),
  regionId: several(z.uuid()),
  ownerId: several(z.union([z.uuid(), z.literal('none')])),
  city: several(z.string().max(40)),
  lastActivity: several(z.enum(activityAges)),
  tagId: several(z.uuid()),
  /** One that the API would not take is left out. */
  where: optional(z.string().refine((text) => whereParam.safeParse(text).success)),
  sort: optional(z.enum(customerSorts)),
  direction: optional(z.enum(['asc', 'desc'])),
  view: optional(z.uuid()),
  open: optional(z.uuid()),
})
export type CustomersSearch = z.output<typeof customersSearch>

/** What the API is asked for: the address without what only the page knows. */
export type CustomersFilters = Omit<CustomersSearch, 'view' | 'open' | 'sort' | 'direction'>

export function filtersOf(search: CustomersSearch): CustomersFilters {
  const { view: _, open: __, sort: ___, direction: ____, ...filters } = search
  return withoutBlanks(filters)
}

export function queryOf(search: CustomersSearch) {
  const { view: _, open: __, ...query } = search
  return { ...withoutBlanks(query), limit: 50 }
}

/** What a saved view remembers: everything but the open record and the view itself. */
export function stateOf(search: CustomersSearch): Record<string, string | string[]> {
  const { view: _, open: __, ...state } = search
  return withoutBlanks(state)
}

export function isFiltered(search: CustomersSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0
}

/** Two addresses that show the same rows in the same order. */
export function isSameView(one: object, other: object): boolean {
  return canonical(one) === canonical(other)
}

function canonical(state: object): string {
  const entries = Object.entries(withoutBlanks(state))
    .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value] as const)
    .toSorted(([one], [other]) => one.localeCompare(other))
  return JSON.stringify(entries)
}

function withoutBlanks<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '',
  )
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> } // only undefined has gone
}
