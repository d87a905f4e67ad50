import { liveApi } from './live.ts'
import { notificationsApi } from './notifications.ts'
import { systemApi } from './system.ts'

/** The whole API: one entry per module, in the order of the navigation. */
export const api = {
  notifications: notificationsApi,
  live: liveApi,
  system: systemApi,
}
export type ZhuoweiApi = typeof api
