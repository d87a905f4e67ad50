import { useSuspenseQuery } from '@tanstack/react-query'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { sessionApi } from '@zhuowei/contract/session.ts'
import { read } from './client.ts'

export type Session = Reply<typeof sessionApi.current>

export const sessionQuery = {
  ...read('session', 'current'),
  staleTime: 60_000,
  // The server's clock comes with it, so a page that stays open asks again.
  refetchInterval: 10 * 60_000,
}

/** The signed-in person; only below the session guard of the shell. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}
