import { backgroundApi } from '@zhuowei/contract/background.ts'
import { implement } from '../platform/http/implement.ts'
import { confirmFact, recordFact, removeFact, restoreFact, updateFact } from './commands.ts'
import { getBackground } from './get-background.ts'
import { rollUpOf } from './roll-up.ts'

export const backgroundRoutes = implement(backgroundApi, {
  get: (call) => getBackground(call, call.params.id),
  rollUp: (call) => rollUpOf(call, call.params.id),
  record: (call) => recordFact(call, call.params.id, call.body),
  update: (call) => updateFact(call, call.params.id, call.body),
  confirm: (call) => confirmFact(call, call.params.id, call.body.version),
  remove: (call) => removeFact(call, call.params.id),
  restore: (call) => restoreFact(call, call.params.id),
})
