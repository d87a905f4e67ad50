import { createRouter } from '@tanstack/react-router'
import { activitiesRoutes } from '../activities/routes.ts'
import { attendanceRoutes } from '../attendance/routes.ts'
import { auditRoutes } from '../audit/routes.ts'
import { calendarRoutes } from '../calendar/routes.ts'
import { channelsRoutes } from '../channels/routes.ts'
import { competitorsRoutes } from '../competitors/routes.ts'
import { complaintsRoutes } from '../complaints/routes.ts'
import { boardRoutes } from '../customer-board/routes.ts'
import { customersRoutes } from '../customers/routes.ts'
import { dueVisitsRoutes } from '../due-visits/routes.ts'
import { exportsRoutes } from '../exports/routes.ts'
import { feedbackRoutes } from '../feedback/routes.ts'
import { importRoutes } from '../imports/routes.ts'
import { meetingsRoutes } from '../meetings/routes.ts'
import { mergesRoutes } from '../merges/routes.ts'
import { notificationsRoutes } from '../notifications/routes.ts'
import { newRequestRoutes, personalRequestsRoutes } from '../personal-requests/routes.ts'
import { phoneRoutes } from '../phone/routes.ts'
import { profilesRoutes } from '../profiles/routes.ts'
import { regulationRoutes } from '../regulation/routes.ts'
import { reportsRoutes } from '../reports/routes.ts'
import { accountRoute, badgeRoute, sessionRoutes } from '../session/routes.ts'
import { settingsPages, settingsRoute } from '../settings/routes.ts'
import { suggestionsRoutes } from '../suggestions/routes.ts'
import { tasksRoutes } from '../tasks/routes.ts'
import { teamCalendarRoutes } from '../team-calendar/routes.ts'
import { todayRoutes } from '../today/routes.ts'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { verbalReportsRoutes } from '../verbal-reports/routes.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { parseSearch, stringifySearch } from './search-params.ts'
import { rootRoute, shellRoute, unknownRoute } from './shell-route.tsx'

/** The table of contents of the web application: each module brings its own `routes.ts`. */
const routeTree = rootRoute.addChildren([
  ...sessionRoutes,
  shellRoute.addChildren([
    ...todayRoutes,
    ...reportsRoutes,
    ...tasksRoutes,
    ...verbalReportsRoutes,
    ...customersRoutes,
    ...mergesRoutes,
    ...boardRoutes,
    ...dueVisitsRoutes,
    ...feedbackRoutes,
    ...exportsRoutes,
    ...competitorsRoutes,
    ...activitiesRoutes,
    ...teamCalendarRoutes,
    ...complaintsRoutes,
    ...suggestionsRoutes,
    ...profilesRoutes,
    ...newRequestRoutes,
    ...meetingsRoutes,
    ...attendanceRoutes,
    ...importRoutes,
    ...regulationRoutes,
    ...notificationsRoutes,
    settingsRoute.addChildren([
      ...settingsPages,
      ...calendarRoutes,
      ...channelsRoutes,
      ...auditRoutes,
      ...personalRequestsRoutes,
      accountRoute,
    ]),
    ...phoneRoutes,
    badgeRoute,
    unknownRoute,
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ErrorPage,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMinMs: 0,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
