import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id } from './shapes.ts'

const hits = z
  .object({
    customers: z.array(
      z.object({
        id,
        name: z.string(),
        number: z.string(),
        grade: z.enum(grades),
        ownerName: z.string().nullable(),
      }),
    ),
    contacts: z.array(
      z.object({ id, name: z.string(), position: z.string(), customer: z.object({ id, name: z.string() }) }),
    ),
    people: z.array(z.object({ id, name: z.string(), roleLabel: z.string() })),
  })
  .meta({ id: 'SearchHits' })
export type SearchHits = z.infer<typeof hits>

export const searchApi = {
  global: endpoint({
    method: 'GET',
    path: '/search',
    summary: '全局搜索：客户、联系人、同事，按名称、拼音、首字母或编号',
    access: 'member',
    query: z.object({
      q: z.string().trim().min(1, '请输入要找的内容').max(60, '搜索词不能超过 60 个字'),
      limit: z.coerce.number().int().min(1).max(20).default(6),
    }),
    reply: hits,
  }),
}
