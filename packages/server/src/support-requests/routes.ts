import { supportRequestsApi } from '@zhuowei/contract/support-requests.ts'
import { implement } from '../platform/http/implement.ts'
import { decideRequest } from './decide-request.ts'
import { listRequests } from './list-requests.ts'

export const supportRequestsRoutes = implement(supportRequestsApi, {
  list: (call) => listRequests(call, call.query),
  decide: (call) => decideRequest(call, call.params.id, call.body),
})
