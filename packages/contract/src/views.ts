import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, personRef, requiredText } from './shapes.ts'

export const viewPages = ['customers', 'activities'] as const

/** What a view remembers: the address parameters of the list and the columns that are shown. */
const state = z.object({
  search: z.record(z.string().max(40), z.union([z.string().max(4000), z.array(z.string().max(200)).max(50)])),
  columns: z.array(z.string().max(40)).max(40).optional(),
})

export const savedView = z
  .object({
    id,
    page: z.enum(viewPages),
    name: z.string(),
    state,
    /** Seen by the whole division. */
    shared: z.boolean(),
    /** Stands as a tab with whoever asks; each person pins for oneself. */
    pinned: z.boolean(),
    author: personRef,
    version: z.int(),
    can: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedView>

const name = requiredText('视图名称', 20)
const params = z.object({ id })

const newView = z.object({
  page: z.enum(viewPages),
  name,
  state,
  shared: z.boolean().default(false),
  pinned: z.boolean().default(true),
})
export type NewView = z.output<typeof newView>

const viewChanges = z.object({
  name: name.optional(),
  state: state.optional(),
  shared: z.boolean().optional(),
  version: z.int('缺少版本号').min(1),
})
export type ViewChanges = z.output<typeof viewChanges>

export const viewsApi = {
  list: endpoint({
    method: 'GET',
    path: '/views',
    summary: '一个列表页的视图：固定的在前，再是自己的和部门共享的',
    access: 'member',
    query: z.object({ page: z.enum(viewPages) }),
    reply: z.array(savedView),
  }),
  create: endpoint({
    method: 'POST',
    path: '/views',
    summary: '存为视图',
    access: 'member',
    body: newView,
    reply: savedView,
    problems: ['duplicate_record'],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/views/:id',
    summary: '改名、更新或共享视图',
    access: 'member',
    params,
    body: viewChanges,
    reply: savedView,
    problems: ['duplicate_record', 'version_conflict'],
  }),
  reorder: endpoint({
    method: 'PUT',
    path: '/views/order',
    summary: '排列固定的视图',
    access: 'member',
    body: z.object({ page: z.enum(viewPages), ids: z.array(id).max(100) }),
    reply: z.array(savedView),
  }),
  pin: endpoint({
    method: 'PUT',
    path: '/views/:id/pin',
    summary: '固定到自己的视图栏',
    access: 'member',
    params,
    reply: savedView,
  }),
  unpin: endpoint({
    method: 'DELETE',
    path: '/views/:id/pin',
    summary: '从自己的视图栏取下',
    access: 'member',
    params,
    reply: savedView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/views/:id',
    summary: '删除视图',
    access: 'member',
    params,
  }),
}
