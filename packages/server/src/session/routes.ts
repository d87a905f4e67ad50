import { sessionApi } from '@zhuowei/contract/session.ts'
import { implement } from '../platform/http/implement.ts'
import { Refusal } from '../platform/refusal.ts'
import { freshActor } from '../platform/session/resolve.ts'
import { acknowledgeConfidentiality, ownPromise } from './confidentiality.ts'
import { demoPeople } from './demo-people.ts'
import { openSessions, revokeOtherSessions, revokeSession } from './devices.ts'
import { changePassword } from './own-password.ts'
import { setUp, setupState } from './setup.ts'
import { signIn, signOut } from './sign-in.ts'
import { whoAmI } from './who-am-i.ts'

export const sessionRoutes = implement(sessionApi, {
  signIn: async (incoming) => whoAmI(incoming.services, await signIn(incoming, incoming.body)),
  signOut: (incoming) => signOut(incoming),
  current: async ({ services, request }) => {
    const actor = await freshActor(services, request)
    if (!actor) throw new Refusal('not_signed_in')
    return whoAmI(services, actor)
  },
  list: async (reading) => ({ items: await openSessions(reading) }),
  revoke: (writing) => revokeSession(writing, writing.params.id),
  revokeOthers: async (writing) => ({ revoked: await revokeOtherSessions(writing) }),
  changePassword: (writing) => changePassword(writing, writing.body),
  confidentiality: (reading) => ownPromise(reading),
  acknowledgeConfidentiality: (writing) => acknowledgeConfidentiality(writing, writing.body.version),
  demoPeople: ({ services }) => demoPeople(services),
  setupState: ({ db, query }) => setupState(db, query.token),
  setup: async (incoming) => {
    await setUp(incoming.db, incoming.body, incoming.now)
    const { username, password } = incoming.body
    return whoAmI(incoming.services, await signIn(incoming, { username, password, remember: false }))
  },
})
