import { approvalDefinitionsApi, approvalDelegationsApi, approvalsApi } from '@zhuowei/contract/approvals.ts'
import { implement } from '../platform/http/implement.ts'
import { addSigner, decideApproval, recallApproval, urgeApproval } from './decide.ts'
import { endDelegation, giveDelegation, listDelegations } from './delegations.ts'
import { getApproval } from './get-approval.ts'
import { listApprovals } from './list-approvals.ts'
import { listDefinitions, setDefinition } from './set-definition.ts'
import { tryDefinition } from './try-definition.ts'

export const approvalsRoutes = implement(approvalsApi, {
  list: (call) => listApprovals(call, call.query),
  get: (call) => getApproval(call, call.params.id),
  decide: async (call) => {
    await decideApproval(call, call.params.id, call.body)
    return getApproval(call, call.params.id)
  },
  addSigner: async (call) => {
    await addSigner(call, call.params.id, call.body)
    return getApproval(call, call.params.id)
  },
  recall: async (call) => {
    await recallApproval(call, call.params.id, call.body)
    return getApproval(call, call.params.id)
  },
  urge: async (call) => {
    await urgeApproval(call, call.params.id, call.body)
    return getApproval(call, call.params.id)
  },
})

export const approvalDelegationsRoutes = implement(approvalDelegationsApi, {
  list: (call) => listDelegations(call),
  give: async (call) => {
    await giveDelegation(call, call.body)
    return listDelegations(call)
  },
  end: async (call) => {
    await endDelegation(call, call.params.id)
    return listDelegations(call)
  },
})

export const approvalDefinitionsRoutes = implement(approvalDefinitionsApi, {
  list: (call) => listDefinitions(call, call.query.divisionId),
  set: async (call) => {
    await setDefinition(call, call.body)
    return listDefinitions(call, call.body.divisionId)
  },
  tryOut: (call) => tryDefinition(call, call.body),
})
