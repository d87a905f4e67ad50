import { liveApi } from './live.ts'
import { notificationsApi } from './notifications.ts'
import { organisationApi } from './organisation.ts'
import { regulationApi } from './regulation.ts'
import { sessionApi } from './session.ts'
import { systemApi } from './system.ts'

/** The whole API: one entry per module, in the order of the navigation. */
export const api = {
  regulation: regulationApi,
  notifications: notificationsApi,
  live: liveApi,
  organisation: organisationApi,
  session: sessionApi,
  system: systemApi,
}
export type ZhuoweiApi = typeof api
