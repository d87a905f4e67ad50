import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { instant } from './shapes.ts'

const feed = z
  .object({
    busyOnly: z.boolean(),
    createdAt: instant,
    lastReadAt: instant.nullable(),
  })
  .meta({ id: 'CalendarFeed' })
export type CalendarFeed = z.infer<typeof feed>

export const calendarFeedApi = {
  mine: endpoint({
    method: 'GET',
    path: '/calendar-feed',
    summary: '我的日历订阅，没有地址',
    access: 'member',
    reply: z.object({ feed: feed.nullable() }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/calendar-feed',
    summary: '生成新的订阅地址；原来的随即失效，地址只显示这一次',
    access: 'member',
    unkept: true,
    reply: z.object({ feed, path: z.string() }),
  }),
  change: endpoint({
    method: 'PUT',
    path: '/calendar-feed',
    summary: '订阅里只显示忙闲，或显示内容',
    access: 'member',
    body: z.object({ busyOnly: z.boolean() }),
    reply: z.object({ feed: feed.nullable() }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/calendar-feed',
    summary: '停用订阅地址',
    access: 'member',
  }),
  read: endpoint({
    method: 'GET',
    path: '/calendar/:token.ics',
    summary: '日历程序读取的文件（iCalendar）',
    access: 'public',
    params: z.object({ token: z.string().max(200) }),
    transport: 'file',
    problems: ['too_many_requests'],
  }),
}
