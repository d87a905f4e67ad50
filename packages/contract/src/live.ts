import { endpoint } from './kernel.ts'

/**
 * Server-sent events, without content: `notification` (load the bell again), `session` (load the own rights again) and
 * `changed` with `{"topic"}` (load what shows that topic again; without a topic, everything).
 */
export const liveApi = {
  stream: endpoint({
    method: 'GET',
    path: '/live',
    summary: '实时消息',
    access: 'member',
    transport: 'events',
    problems: ['too_many_requests'],
  }),
}
