import { personalRequestsApi } from '@zhuowei/contract/personal-requests.ts'
import { implement } from '../platform/http/implement.ts'
import { copyForPerson, decideRequest, eraseOnRequest } from './commands.ts'
import { getRequest, listRequests } from './queries.ts'
import { recordRequest } from './record-request.ts'

export const personalRequestsRoutes = implement(personalRequestsApi, {
  list: (call) => listRequests(call, call.query),
  get: (call) => getRequest(call, call.params.id),
  record: (call) => recordRequest(call, call.params.id, call.body),
  decide: async (call) => {
    await decideRequest(call, call.params.id, call.body)
    return getRequest(call, call.params.id)
  },
  copy: (call) => copyForPerson({ ...call, secrets: call.services.secrets }, call.params.id),
  erase: async (call) => {
    await eraseOnRequest({ ...call, secrets: call.services.secrets }, call.params.id, call.body.version)
    return getRequest(call, call.params.id)
  },
})
