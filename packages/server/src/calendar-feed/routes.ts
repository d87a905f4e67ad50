import { calendarFeedApi } from '@zhuowei/contract/calendar-feed.ts'
import { implement } from '../platform/http/implement.ts'
import { changeFeed, makeFeed, ownFeed, revokeFeed } from './feeds.ts'
import { readFeed } from './read-feed.ts'

export const calendarFeedRoutes = implement(calendarFeedApi, {
  mine: async (call) => ({ feed: await ownFeed(call) }),
  make: (call) => makeFeed(call),
  change: async (call) => ({ feed: await changeFeed(call, call.body.busyOnly) }),
  revoke: (call) => revokeFeed(call),
  read: async ({ services, params, reply }) => readFeed(services, params.token, reply),
})
