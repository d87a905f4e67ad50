import { queryOptions } from '@tanstack/react-query'
import { api } from '@zhuowei/contract/api.ts'
import { createClient } from '@zhuowei/contract/client.ts'
import type { Api, Call, Client, Reply } from '@zhuowei/contract/kernel.ts'
import type { PagedRead } from '../ui/usePages.ts'
import { inSession } from './in-session.ts'
import { queryClient } from './query-client.ts'
import { askToSignInAgain } from './sign-in-again.ts'

/** The typed way to the server: `client.customers.list({ query })`. */
export const client = createClient(api, {
  fetch: inSession((input, init) => fetch(input, init), {
    isKnown: () => queryClient.getQueryData(['session', 'current', null]) !== undefined,
    again: askToSignInAgain,
  }),
})

/** A read of the contract as a cached query: `useQuery(read('customers', 'get', { params }))`. Its key is [module, operation, call]. */
export const read = readerOf(client)

/** A keyset-paged read for `usePages`: `usePages(readPages('customers', 'list', { query }))`. */
export const readPages = pageReaderOf(client)

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

function pageReaderOf<A extends Api>(of: Client<A>) {
  return <M extends keyof A & string, K extends keyof A[M] & string>(
    module: M,
    operation: K,
    call?: Call<A[M][K]>,
  ): PagedRead<Paged<Reply<A[M][K]>>> => ({
    queryKey: [module, operation, call ?? null, 'pages'],
    initialPageParam: null,
    queryFn: ({ signal, pageParam }) => {
      const next = withCursor(call, pageParam, signal) as unknown as Call<A[M][K]> // the same call, one page on
      return of[module][operation](next) as Promise<Paged<Reply<A[M][K]>>> // `never` unless made with `pageOf`
    },
    getNextPageParam: (page) => page.next,
  })
}

type Paged<R> = Extract<R, { items: unknown[]; next: string | null }>

function withCursor(call: object | undefined, cursor: string | null, signal: AbortSignal) {
  const query = call && 'query' in call && typeof call.query === 'object' ? call.query : {}
  return { ...call, query: { ...query, cursor: cursor ?? undefined }, signal }
}
