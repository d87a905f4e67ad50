import { useQuery } from '@tanstack/react-query'
import type { Where } from '@zhuowei/contract/customer-conditions.ts'
import type { SavedView } from '@zhuowei/contract/views.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { type CustomersSearch, customersSearch, isSameView, stateOf } from './customers-search.ts'

export interface ListView {
  key: string
  label: string
  search: CustomersSearch
  saved?: SavedView
}

/** What everybody needs, then the saved ones: those that one has pinned first. */
export function useCustomerViews(search: CustomersSearch): {
  views: ListView[]
  current: ListView | undefined
} {
  const { person, rights } = useSession()
  const { data } = useQuery({
    ...read('views', 'list', { query: { page: 'customers' } }),
    staleTime: 5 * 60_000,
  })
  const sells = person.role === 'pm' || person.role === 'spm'
  const mine = sells ? { ownerId: [person.id] } : {}
  const views: ListView[] = [
    { key: 'all', label: '全部', search: {} },
    ...(sells ? [{ key: 'mine', label: '我负责的', search: mine }] : []),
    {
      key: 'neglected',
      label: '30 天未联系',
      search: {
        ...mine,
        where: silentFor30Days,
        sort: 'lastActivity' as const,
        direction: 'asc' as const,
      },
    },
    ...(rights.includes('customers.transfer')
      ? [{ key: 'pool', label: '经理池', search: { ownerId: ['none' as const] } }]
      : []),
    ...(data ?? []).map((saved) => ({
      key: saved.id,
      label: saved.name,
      search: { ...customersSearch.parse(saved.state.search), view: saved.id },
      saved,
    })),
  ]
  const current =
    views.find((view) => view.key === search.view) ??
    views.find((view) => !view.saved && isSameView(stateOf(view.search), stateOf(search)))
  return { views, current }
}

/** Whether the list shows something else than the view it came from. */
export function hasChanged(view: ListView, search: CustomersSearch): boolean {
  return !isSameView(stateOf(view.search), stateOf(search))
}

/** Also whom nobody has ever contacted; the facet 30 天以上 has only those who were. */
const silentFor30Days = JSON.stringify({
  join: 'and',
  groups: [{ join: 'and', items: [{ field: 'silentDays', op: 'atLeast', value: 31 }] }],
} satisfies Where)
