import { regulationApi } from '@zhuowei/contract/regulation.ts'
import { implement } from '../platform/http/implement.ts'
import { setParameter, withdrawParameter } from './commands.ts'
import { getClause, listClauses, listParameters } from './queries.ts'

export const regulationRoutes = implement(regulationApi, {
  clauses: () => listClauses(),
  clause: ({ params, query, ...reading }) => getClause(reading, params.id, query.divisionId),
  parameters: ({ query, ...reading }) => listParameters(reading, query.divisionId),
  setParameter: ({ body, ...writing }) => setParameter(writing, body),
  withdrawParameter: ({ body, ...writing }) => withdrawParameter(writing, body),
})
