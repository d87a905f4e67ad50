import { feedbackApi } from '@zhuowei/contract/feedback.ts'
import { implement } from '../platform/http/implement.ts'
import { confirmUnchanged, withdrawConfirmation } from './confirmation.ts'
import { getForm, listVersions } from './form.ts'
import { formsByPerson, listForms } from './list.ts'
import { saveForm } from './save.ts'

export const feedbackRoutes = implement(feedbackApi, {
  list: (call) => listForms(call, call.query),
  people: (call) => formsByPerson(call),
  get: (call) => getForm(call, call.params.id),
  versions: (call) => listVersions(call, call.params.id),
  save: async (call) => {
    await saveForm(call, call.params.id, call.body)
    return getForm(call, call.params.id)
  },
  confirm: async (call) => {
    await confirmUnchanged(call, call.params.id, call.body.version)
    return getForm(call, call.params.id)
  },
  withdrawConfirmation: async (call) => {
    await withdrawConfirmation(call, call.params.id)
    return getForm(call, call.params.id)
  },
})
