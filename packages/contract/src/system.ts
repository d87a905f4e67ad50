import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { instant } from './shapes.ts'

const status = z.object({ status: z.literal('ok'), now: instant })

export const systemApi = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    summary: '进程是否活着',
    access: 'public',
    reply: status,
  }),
  ready: endpoint({
    method: 'GET',
    path: '/ready',
    summary: '能否接受请求（数据库可用）',
    access: 'public',
    reply: status,
    problems: ['not_ready'],
  }),
  openapi: endpoint({
    method: 'GET',
    path: '/openapi.json',
    summary: '接口说明（OpenAPI 3.1）',
    access: 'public',
    reply: z.record(z.string(), z.unknown()),
  }),
}
