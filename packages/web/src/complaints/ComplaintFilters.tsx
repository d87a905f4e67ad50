import { useQuery } from '@tanstack/react-query'
import { read } from '../app/client.ts'
import { Facets } from '../ui/Facets.tsx'
import { type ComplaintsSearch, complaintsSearch, openOf } from './complaints-search.ts'

interface ComplaintFiltersProps {
  search: ComplaintsSearch
  change: (next: Partial<ComplaintsSearch>) => void
}

const facets = [
  { key: 'pressing', title: '期限' },
  { key: 'state', title: '状态' },
  { key: 'level', title: '级别' },
  { key: 'cause', title: '原因' },
  { key: 'region', title: '片区' },
  { key: 'customer', title: '客户' },
] as const
const fieldOf = {
  pressing: 'pressing',
  state: 'state',
  level: 'level',
  cause: 'cause',
  region: 'regionId',
  customer: 'customerId',
} as const

/** The figures of 二.2.1)(10): each number opens the rows that it counts. */
export function ComplaintFilters({ search, change }: ComplaintFiltersProps) {
  const open = openOf(search)
  const { data } = useQuery(read('complaints', 'figures', { query: open ? { open } : {} }))
  if (!data) return null
  return (
    <Facets
      facets={facets
        .filter(({ key }) => data[key].length > 0)
        .map(({ key, title }) => ({ key: fieldOf[key], title, options: data[key] }))}
      chosen={Object.fromEntries(Object.values(fieldOf).map((field) => [field, search[field] ?? []]))}
      onChange={(field, values) =>
        change({
          ...complaintsSearch.parse({ [field]: values.length > 0 ? values : undefined }),
          open: undefined,
        })
      }
      onClear={() => change(noFilters)}
    />
  )
}

export const noFilters = {
  pressing: undefined,
  state: undefined,
  level: undefined,
  cause: undefined,
  regionId: undefined,
  customerId: undefined,
  open: undefined,
} as const
