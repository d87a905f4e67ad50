import { useQuery } from '@tanstack/react-query'
import { read } from './client.ts'

/** The customer into which this one was merged; asked only for an address that leads nowhere. */
export function useKeptCustomer(customerId: string, isLost: boolean): string | undefined {
  const { data } = useQuery({
    ...read('customers', 'get', { params: { id: customerId } }),
    enabled: isLost,
  })
  return data && data.id !== customerId ? data.id : undefined
}
