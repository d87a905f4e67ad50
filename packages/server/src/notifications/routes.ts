import { notificationsApi } from '@zhuowei/contract/notifications.ts'
import { implement } from '../platform/http/implement.ts'
import { markAllRead, markRead } from './commands.ts'
import { countUnread, listNotifications } from './queries.ts'

export const notificationsRoutes = implement(notificationsApi, {
  list: ({ query, ...reading }) => listNotifications(reading, query),
  unreadCount: async ({ db, actor }) => ({ unread: await countUnread(db, actor.id) }),
  markRead: ({ params, ...writing }) => markRead(writing, params.id),
  markAllRead: ({ body, ...writing }) => markAllRead(writing, new Date(body.until)),
})
