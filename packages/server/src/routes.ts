import { notificationsRoutes } from './notifications/routes.ts'
import type { Implemented } from './platform/http/implement.ts'
import { liveRoutes } from './platform/live/routes.ts'
import { systemRoutes } from './system/routes.ts'

/** The table of contents of the server: every module's endpoints. */
export const routes: readonly Implemented[] = [...notificationsRoutes, ...liveRoutes, ...systemRoutes]
