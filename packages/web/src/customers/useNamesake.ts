import { useQuery } from '@tanstack/react-query'
import { read } from '../app/client.ts'

/** A contact of this customer with the name that is being typed for a new one. */
export function useNamesake(customerId: string, typed: string) {
  const { data } = useQuery(read('customers', 'get', { params: { id: customerId } }))
  return data?.contacts.find(({ name }) => name === typed.trim())
}
