import { forgetCustomers } from '../activities/customers-at-hand.ts'
import { client } from './client.ts'
import { queryClient } from './query-client.ts'
import { forgetSession } from './remembered-session.ts'

export async function signOut(): Promise<void> {
  await client.session.signOut()
  forgetSession()
  forgetCustomers()
  queryClient.clear()
  window.location.assign('/sign-in')
}
