import type { CustomerListItem } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomersFilters } from './customers-search.ts'

/** What a command on several rows is about: those that are ticked, or everything that the conditions of the list let through. */
export type Selected =
  | { kind: 'rows'; ids: readonly string[] }
  | { kind: 'all'; filters: CustomersFilters; count: number }

export const countOf = (selected: Selected) =>
  selected.kind === 'rows' ? selected.ids.length : selected.count

/** Where the selected customers lie: who can take them over depends on it. */
export interface SelectedRegion {
  id: string
  name: string
  count: number
}

export function regionsOf(customers: readonly Pick<CustomerListItem, 'region'>[]): SelectedRegion[] {
  const groups = Map.groupBy(customers, ({ region }) => region.id)
  return [...groups.values()].flatMap((group) =>
    group[0] ? [{ ...group[0].region, count: group.length }] : [],
  )
}

/** As the commands take it. */
export function bodyOf(selected: Selected): { ids?: string[]; matching?: CustomersFilters } {
  return selected.kind === 'rows' ? { ids: [...selected.ids] } : { matching: selected.filters }
}
