import { mergesApi } from '@zhuowei/contract/merges.ts'
import { implement } from '../platform/http/implement.ts'
import { compareCustomers } from './compare.ts'
import { mergeCustomers } from './merge.ts'
import { getMerge, listMerges } from './merges.ts'
import { dismissPair, listPairs, reopenPair } from './pairs.ts'
import { undoMerge } from './undo.ts'

export const mergesRoutes = implement(mergesApi, {
  preview: ({ query: { oneId, otherId, thirdId }, ...reading }) =>
    compareCustomers(reading, [oneId, otherId, ...(thirdId ? [thirdId] : [])]),
  merge: async ({ body, ...work }) => getMerge(work, await mergeCustomers(work, body)),
  list: ({ query, ...reading }) => listMerges(reading, query),
  undo: async ({ params, ...work }) => {
    await undoMerge(work, params.id)
    return getMerge(work, params.id)
  },
  pairs: ({ query, ...reading }) => listPairs(reading, query),
  dismiss: ({ body, ...work }) => dismissPair(work, body),
  reopen: ({ body, ...work }) => reopenPair(work, body),
})
