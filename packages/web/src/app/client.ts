import { queryOptions } from '@tanstack/react-query'
import { api } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import type { Api, Call, Client, Reply } from '@zhuowei/contract/kernel.ts'

/** The typed way to the server: `client.customers.list({ query })`. */
export const client = createClient(api)

/** A read of the contract as a cached query: `useQuery(read('customers', 'list', { query }))`. Its key is [module, operation, call]. */
export const read = readerOf(client)

function readerOf<A extends Api>(of: Client<A>) {
  return <M extends keyof A & string, K extends keyof A[M] & string>(
    module: M,
    operation: K,
    call?: Call<A[M][K]>,
  ) =>
    queryOptions({
      queryKey: [module, operation, call ?? null] as const,
      queryFn: ({ signal }): Promise<Reply<A[M][K]>> =>
        of[module][operation]({ ...call, signal } as Call<A[M][K]>), // the same call with its cancellation
    })
}
