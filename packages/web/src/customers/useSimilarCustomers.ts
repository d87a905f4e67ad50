import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DuplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import { isPhone } from '@zhuowei/domain/customers/phone.ts'
import { client } from '../app/client.ts'
import { useSettled } from '../app/useSettled.ts'

interface Typed {
  name: string
  phone?: string
  creditCode?: string
  exceptId?: string
}

/** Customers that may be the one being entered, looked up while it is being typed. */
export function useSimilarCustomers({
  name,
  phone = '',
  creditCode = '',
  exceptId,
}: Typed): readonly DuplicateCandidate[] {
  const asked = useSettled(
    JSON.stringify({
      ...(name.trim().length >= 2 && { name: name.trim() }),
      ...(isPhone(phone) && { phone: phone.trim() }),
      ...(creditCode.trim().length === 18 && { creditCode: creditCode.trim() }),
    }),
    300,
  )
  const { data } = useQuery({
    queryKey: ['customers', 'similar', asked, exceptId],
    queryFn: ({ signal }) =>
      client.customers.similar({ body: { ...JSON.parse(asked), ...(exceptId && { exceptId }) }, signal }),
    enabled: asked !== '{}',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return asked === '{}' ? [] : (data?.items ?? [])
}
