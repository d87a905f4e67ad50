import { liveApi } from '@zhuowei/contract/live.ts'
import { implement } from '../http/implement.ts'
import { openStream } from './streams.ts'

export const liveRoutes = implement(liveApi, {
  stream: ({ services, actor, request, reply }) => openStream(services, actor, request, reply),
})
