import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { SearchHits } from '@zhuowei/contract/search.ts'
import { read } from './client.ts'
import type { PaletteEntry } from './palette-entries.ts'
import { useSettled } from './useSettled.ts'

/** Customers, contacts and colleagues in one's scope whose name, pinyin or number holds what was typed. */
export function useFoundRecords(typed: string): { entries: PaletteEntry[]; searching: boolean } {
  const q = useSettled(typed.trim())
  const router = useRouter()
  const hits = useQuery({
    ...read('search', 'global', { query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  if (q === '' || !hits.data) return { entries: [], searching: hits.isFetching }
  const entries = entriesOf(hits.data).filter(({ page }) => page in router.routesByPath)
  return { entries, searching: hits.isFetching }
}

function entriesOf(hits: SearchHits): (PaletteEntry & { page: string })[] {
  return [
    ...hits.customers.map(({ id, name, number, grade, ownerName }) => ({
      key: id,
      group: '客户',
      label: name,
      note: [`${grade} 级`, number, ownerName].filter(Boolean).join('，'),
      page: '/customers/$customerId',
      href: `/customers/${id}`,
    })),
    ...hits.contacts.map(({ id, name, position, customer }) => ({
      key: id,
      group: '联系人',
      label: name,
      note: [position, customer.name].filter(Boolean).join('，'),
      page: '/customers/$customerId',
      href: `/customers/${customer.id}`,
    })),
    ...hits.people.map(({ id, name, roleLabel }) => ({
      key: id,
      group: '同事',
      label: name,
      note: roleLabel,
      page: '/settings/people/$personId',
      href: `/settings/people/${id}`,
    })),
  ]
}
