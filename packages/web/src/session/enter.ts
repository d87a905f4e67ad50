import type { RouterHistory } from '@tanstack/react-router'
import { rememberUsername } from '../app/last-username.ts'
import { queryClient } from '../app/query-client.ts'
import { rememberSession } from '../app/remembered-session.ts'
import { type Session, sessionQuery } from '../app/session.ts'
import { safeTarget } from '../app/sign-in-redirect.ts'

/** Goes on as this person: nothing of whoever used the browser before is left in the cache. */
export function enter(history: RouterHistory, session: Session, target: string | undefined): void {
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  rememberSession(session)
  rememberUsername(session.person.username)
  history.push(safeTarget(target))
}

/** Asks again who this is before going on, after something that stood in the way has been settled. */
export async function goOn(history: RouterHistory, target: string | undefined): Promise<void> {
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })
  history.push(safeTarget(target))
}
