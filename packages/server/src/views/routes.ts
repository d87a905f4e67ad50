import { viewsApi } from '@zhuowei/contract/views.ts'
import { implement } from '../platform/http/implement.ts'
import { pinView, reorderPins, unpinView } from './pins.ts'
import { listViews } from './read.ts'
import { createView, removeView, updateView } from './views.ts'

export const viewsRoutes = implement(viewsApi, {
  list: ({ query, ...reading }) => listViews(reading, query.page),
  create: ({ body, ...work }) => createView(work, body),
  update: ({ params, body, ...work }) => updateView(work, params.id, body),
  reorder: ({ body, ...work }) => reorderPins(work, body.page, body.ids),
  pin: ({ params, ...work }) => pinView(work, params.id),
  unpin: ({ params, ...work }) => unpinView(work, params.id),
  remove: ({ params, ...work }) => removeView(work, params.id),
})
