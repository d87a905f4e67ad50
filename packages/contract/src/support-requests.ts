import { supportStates } from '@zhuowei/domain/support-requests/support-request.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { supportRequest } from './meeting-shapes.ts'
import { id, pageOf, repeated, requiredText } from './shapes.ts'

const supportQuery = z.object({
  state: repeated(z.enum(supportStates)),
  personId: id.optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type SupportQuery = z.output<typeof supportQuery>

export const supportRequestsApi = {
  list: endpoint({
    method: 'GET',
    path: '/support-requests',
    summary: '需要支持和资源，等得最久的在前',
    access: 'support_requests.read',
    clause: '五.2.3)①',
    query: supportQuery,
    reply: pageOf(supportRequest),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/support-requests/:id/decision',
    summary: '同意或不同意支持需求',
    access: 'support_requests.decide',
    clause: '四.1.1)③',
    params: z.object({ id }),
    body: z.object({ version: z.int(), grant: z.boolean(), reply: requiredText('答复', 500) }),
    reply: supportRequest,
    problems: ['version_conflict', 'nothing_to_decide'],
  }),
}
