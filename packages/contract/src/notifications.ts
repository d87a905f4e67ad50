import * as z from 'zod'
import { endpoint } from './kernel.ts'
import { id, instant, pageOf } from './shapes.ts'

export const notification = z
  .object({
    id,
    kind: z.string(),
    title: z.string(),
    body: z.string().nullable(),
    link: z.string().nullable(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' })

/** Counted up to here; the bell shows 99+. */
export const unreadCountedTo = 100

const unread = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' })

export const notificationsApi = {
  list: endpoint({
    method: 'GET',
    path: '/notifications',
    summary: '我的通知，新的在前',
    access: 'member',
    query: z.object({
      unread: z.enum(['true', 'false']).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: pageOf(notification).extend(unread.shape).meta({ id: 'NotificationPage' }),
  }),
  unreadCount: endpoint({
    method: 'GET',
    path: '/notifications/unread-count',
    summary: '未读通知数',
    access: 'member',
    reply: unread,
  }),
  markRead: endpoint({
    method: 'PUT',
    path: '/notifications/:id/read-mark',
    summary: '把一条通知标为已读',
    access: 'member',
    params: z.object({ id }),
    reply: unread,
  }),
  markAllRead: endpoint({
    method: 'PUT',
    path: '/notifications/read-mark',
    summary: '把到某一时刻为止的通知全部标为已读',
    access: 'member',
    body: z.object({ until: instant }),
    reply: unread,
  }),
}
