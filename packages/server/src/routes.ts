import { notificationsRoutes } from './notifications/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import type { Implemented } from './platform/http/implement.ts'
import { liveRoutes } from './platform/live/routes.ts'
import { regulationRoutes } from './regulation/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { systemRoutes } from './system/routes.ts'

/** The table of contents of the server: every module's endpoints. */
export const routes: readonly Implemented[] = [
  ...regulationRoutes,
  ...notificationsRoutes,
  ...liveRoutes,
  ...organisationRoutes,
  ...sessionRoutes,
  ...systemRoutes,
]
