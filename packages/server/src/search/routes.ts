import { searchApi } from '@zhuowei/contract/search.ts'
import { implement } from '../platform/http/implement.ts'
import { searchEverything } from './global.ts'

export const searchRoutes = implement(searchApi, {
  global: ({ db, actor, now, query, services }) =>
    searchEverything(services.pool, db, { actor, now, secrets: services.secrets }, query.q, query.limit),
})
