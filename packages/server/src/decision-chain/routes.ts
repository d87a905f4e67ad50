import { decisionChainApi } from '@zhuowei/contract/decision-chain.ts'
import { implement } from '../platform/http/implement.ts'
import { getDecisionChain } from './chain.ts'
import { answerOpponent, arrangePeople, recordConsensus, tidyMap, tracePicture } from './commands.ts'
import { changeRelation, relateContacts, unrelateContacts } from './relations.ts'

export const decisionChainRoutes = implement(decisionChainApi, {
  get: (call) => getDecisionChain(call, call.params.id),
  relate: async (call) => {
    await relateContacts(call, call.params.id, call.body)
    return getDecisionChain(call, call.params.id)
  },
  changeRelation: async (call) =>
    getDecisionChain(call, await changeRelation(call, call.params.id, call.body)),
  unrelate: async (call) => getDecisionChain(call, await unrelateContacts(call, call.params.id)),
  arrange: (call) => arrangePeople(call, call.params.id, call.body.placed),
  tidy: (call) => tidyMap(call, call.params.id),
  agree: async (call) => {
    await recordConsensus(call, call.params.id, call.body)
    return getDecisionChain(call, call.params.id)
  },
  answer: async (call) => getDecisionChain(call, await answerOpponent(call, call.params.id, call.body)),
  takePicture: (call) => tracePicture(call, call.params.id, call.body),
})
