import { projectInitiationApi } from '@zhuowei/contract/project-initiation.ts'
import { implement } from '../platform/http/implement.ts'
import { getInitiation } from './initiation.ts'
import { saveInitiation, submitInitiation } from './write-initiation.ts'

export const projectInitiationRoutes = implement(projectInitiationApi, {
  get: (call) => getInitiation(call, call.params.id),
  save: async (call) => {
    await saveInitiation(call, call.params.id, call.body)
    return getInitiation(call, call.params.id)
  },
  submit: async (call) => {
    await submitInitiation(call, call.params.id, call.body)
    return getInitiation(call, call.params.id)
  },
})
