import { forgetCustomers } from '../activities/customers-at-hand.ts'
import { readKept } from '../activities/outbox.ts'
import { draftsOf, dropDraftsOf } from '../ui/draft.ts'
import { client } from './client.ts'
import { isRefusal, queryClient } from './query-client.ts'
import { forgetSession } from './remembered-session.ts'
import { type Session, sessionQuery } from './session.ts'
import { leaveWithoutAsking } from './sign-in-again.ts'
import { askAboutDrafts } from './sign-out-question.ts'

/** Leaves this device; what somebody wrote and did not finish stays readable here (三.1), so the person says what becomes of it. */
export async function signOut(): Promise<void> {
  const person = queryClient.getQueryData<Session>(sessionQuery.queryKey)?.person
  const drafts = person ? draftsOf(localStorage, person.id).length : 0
  const unsent = readKept().filter(({ personId }) => personId === person?.id).length
  if (drafts > 0 || unsent > 0) {
    const answer = await askAboutDrafts({ drafts, unsent })
    if (answer === 'stay') return
    if (answer === 'drop' && person) dropDraftsOf(localStorage, person.id)
  }
  await import('../channels/this-device.ts')
    .then(({ forgetThisDevice }) => forgetThisDevice())
    .catch(() => undefined) // without a network, or without the push that it would end
  // A session that has ended already is left, too.
  leaveWithoutAsking(true)
  await client.session.signOut().catch((error: unknown) => {
    if (isEnded(error)) return
    leaveWithoutAsking(false)
    throw error
  })
  forgetSession()
  forgetCustomers()
  queryClient.clear()
  window.location.assign('/sign-in')
}

const isEnded = (error: unknown) => isRefusal(error) && error.problem.code === 'not_signed_in'
