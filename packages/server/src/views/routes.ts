import { viewsApi } from '@zhuowei/contract/views.ts'
import { implement } from '../platform/http/implement.ts'
import { createView, listViews, removeView, reorderViews, updateView } from './views.ts'

export const viewsRoutes = implement(viewsApi, {
  list: ({ query, ...reading }) => listViews(reading, query.page),
  create: ({ body, ...work }) => createView(work, body),
  update: ({ params, body, ...work }) => updateView(work, params.id, body),
  reorder: ({ body, ...work }) => reorderViews(work, body.page, body.ids),
  remove: ({ params, ...work }) => removeView(work, params.id),
})
