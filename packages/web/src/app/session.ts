import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { createClient } from '@zhuowei/contract/client.ts'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import { sessionApi } from '@zhuowei/contract/session.ts'

export type Session = Reply<typeof sessionApi.current>

const sessionClient = createClient({ session: sessionApi })

export const sessionQuery = queryOptions({
  queryKey: ['session', 'current', null],
  queryFn: ({ signal }) => sessionClient.session.current({ signal }),
  staleTime: 60_000,
  // The server's clock comes with it, so a long-open page asks again.
  refetchInterval: 10 * 60_000,
})

/** The signed-in person; only below the session guard of the shell. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}
