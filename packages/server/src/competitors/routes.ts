import { competitorsApi } from '@zhuowei/contract/competitors.ts'
import { implement } from '../platform/http/implement.ts'
import { createCompetitor, updateCompetitor } from './commands.ts'
import { getCompetitor, listCompetitors } from './queries.ts'

export const competitorsRoutes = implement(competitorsApi, {
  list: (call) => listCompetitors(call, call.query),
  get: (call) => getCompetitor(call, call.params.id),
  create: async (call) => getCompetitor(call, await createCompetitor(call, call.body)),
  update: async (call) => {
    await updateCompetitor(call, call.params.id, call.body)
    return getCompetitor(call, call.params.id)
  },
})
