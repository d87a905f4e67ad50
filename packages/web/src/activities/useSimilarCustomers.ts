import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DuplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import { isPhone } from '@zhuowei/domain/customers/phone.ts'
import { useEffect, useState } from 'react'
import { client } from '../app/client.ts'

const pauseMs = 300

/** Customers that may be the same one, looked up while the name and the phone number are being typed. */
export function useSimilarCustomers(name: string, phone: string): readonly DuplicateCandidate[] {
  const asked = useSettled(
    JSON.stringify({ name: name.trim(), phone: isPhone(phone) ? phone.trim() : undefined }),
  )
  const body: { name: string; phone?: string } = JSON.parse(asked)
  const { data } = useQuery({
    queryKey: ['customers', 'similar', asked],
    queryFn: ({ signal }) => client.customers.similar({ body, signal }),
    enabled: body.name.length >= 2 || body.phone !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return body.name.length >= 2 || body.phone !== undefined ? (data?.items ?? []) : []
}

/** The value once it has stopped changing. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
