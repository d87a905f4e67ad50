import { suggestionsApi } from '@zhuowei/contract/suggestions.ts'
import { implement } from '../platform/http/implement.ts'
import { adoptSuggestion, changeSuggestion, recordSuggestion, replyToSuggestion } from './commands.ts'
import { getSuggestion, listSuggestions, suggestionFigures } from './queries.ts'

export const suggestionsRoutes = implement(suggestionsApi, {
  list: (call) => listSuggestions(call, call.query),
  figures: (call) => suggestionFigures(call, call.query),
  get: (call) => getSuggestion(call, call.params.id),
  record: async (call) => getSuggestion(call, await recordSuggestion(call, call.body)),
  change: async (call) => {
    await changeSuggestion(call, call.params.id, call.body)
    return getSuggestion(call, call.params.id)
  },
  reply: async (call) => {
    await replyToSuggestion(call, call.params.id, call.body)
    return getSuggestion(call, call.params.id)
  },
  adopt: async (call) => {
    await adoptSuggestion(call, call.params.id, call.body)
    return getSuggestion(call, call.params.id)
  },
})
