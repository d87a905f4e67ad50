import { profilesApi } from '@zhuowei/contract/profiles.ts'
import { implement } from '../platform/http/implement.ts'
import { removeProfile, renewProfile, saveProfile, viewProfile } from './commands.ts'
import { profileStatus } from './status.ts'

export const profilesRoutes = implement(profilesApi, {
  status: (call) => profileStatus(call, call.params.id),
  view: (call) => viewProfile({ ...call, secrets: call.services.secrets }, call.params.id, call.body.reason),
  save: async (call) => {
    await saveProfile({ ...call, secrets: call.services.secrets }, call.params.id, call.body)
    return profileStatus(call, call.params.id)
  },
  renew: async (call) => {
    await renewProfile({ ...call, secrets: call.services.secrets }, call.params.id, call.body)
    return profileStatus(call, call.params.id)
  },
  remove: async (call) => {
    await removeProfile(call, call.params.id)
    return profileStatus(call, call.params.id)
  },
})
