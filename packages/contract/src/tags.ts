import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, requiredText } from './shapes.ts'

const tag = z
  .object({
    id,
    name: z.string(),
    /** Retired: stays on the customers that have it and is no longer offered. */
    retired: z.boolean(),
    customers: z.int(),
  })
  .meta({ id: 'Tag' })
export type Tag = z.infer<typeof tag>

const name = requiredText('标签', 12)
const params = z.object({ id })

export const tagsApi = {
  list: endpoint({
    method: 'GET',
    path: '/tags',
    summary: '部门的标签，各有多少家客户',
    access: 'customers.read',
    reply: z.array(tag),
  }),
  create: endpoint({
    method: 'POST',
    path: '/tags',
    summary: '新建标签',
    access: 'customers.import',
    body: z.object({ name }),
    reply: tag,
    problems: ['duplicate_record'],
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/tags/:id',
    summary: '标签改名、停用或重新启用',
    access: 'customers.import',
    params,
    body: z.object({ name: name.optional(), retired: z.boolean().optional() }),
    reply: tag,
    problems: ['duplicate_record'],
  }),
}
