import { useQuery } from '@tanstack/react-query'
import type { CustomerMerge } from '@zhuowei/contract/merges.ts'
import { read } from './client.ts'
import { useSession } from './session.ts'

/** What was merged into this customer and can still be taken back, for those who merge customers. */
export function useMergesInto(keptId: string): readonly CustomerMerge[] {
  const { rights } = useSession()
  const { data } = useQuery({
    ...read('merges', 'list', { query: { keptId } }),
    enabled: rights.includes('customers.merge'),
  })
  return data?.items.filter(({ undoable }) => undoable) ?? []
}
