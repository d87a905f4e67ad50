import { activitiesApi } from '@zhuowei/contract/activities.ts'
import { implement } from '../platform/http/implement.ts'
import {
  completeNextStep,
  correctActivity,
  recordActivity,
  removeActivity,
  settleUpdate,
} from './commands.ts'
import { getActivity, listActivities, listNextSteps } from './queries.ts'

export const activitiesRoutes = implement(activitiesApi, {
  list: (call) => listActivities(call, call.query),
  nextSteps: (call) => listNextSteps(call, call.query.until),
  get: (call) => getActivity(call, call.params.id),
  record: async (call) => getActivity(call, await recordActivity(call, call.body)),
  correct: async (call) => {
    await correctActivity(call, call.params.id, call.body)
    return getActivity(call, call.params.id)
  },
  completeNextStep: async (call) => {
    await completeNextStep(call, call.params.id)
    return getActivity(call, call.params.id)
  },
  settleUpdate: async (call) => {
    await settleUpdate(call, call.params.id, call.body)
    return getActivity(call, call.params.id)
  },
  remove: (call) => removeActivity(call, call.params.id),
})
