import { useSuspenseQuery } from '@tanstack/react-query'
import type { Reply } from '@zhuowei/contract/kernel.ts'
import type { sessionApi } from '@zhuowei/contract/session.ts'
import { isUnreached } from '../activities/outbox.ts'
import { client, read } from './client.ts'
import { forgetSession, recallSession, rememberSession } from './remembered-session.ts'

export type Session = Reply<typeof sessionApi.current>

export const sessionQuery = {
  ...read('session', 'current'),
  queryFn: currentSession,
  // Without a network it answers from what this device remembers.
  networkMode: 'always' as const,
  staleTime: 60_000,
  // The server's clock comes with it, so a page that stays open asks again.
  refetchInterval: 10 * 60_000,
}

/** The signed-in person; only below the session guard of the shell. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

async function currentSession({ signal }: { signal: AbortSignal }): Promise<Session> {
  try {
    const session = await client.session.current({ signal })
    rememberSession(session)
    return session
  } catch (error) {
    if (signal.aborted) throw error
    const remembered = isUnreached(error) ? recallSession() : null
    if (remembered) return remembered
    forgetSession()
    throw error
  }
}
