import { client } from './client.ts'
import { queryClient } from './query-client.ts'

export async function signOut(): Promise<void> {
  await client.session.signOut()
  queryClient.clear()
  window.location.assign('/sign-in')
}
