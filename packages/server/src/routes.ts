import { activitiesRoutes } from './activities/routes.ts'
import { approvalDefinitionsRoutes, approvalDelegationsRoutes, approvalsRoutes } from './approvals/routes.ts'
import { attachmentsRoutes } from './attachments/routes.ts'
import { absencesRoutes } from './attendance/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { backgroundRoutes } from './background/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { calendarFeedRoutes } from './calendar-feed/routes.ts'
import { channelsRoutes } from './channels/routes.ts'
import { competitorsRoutes } from './competitors/routes.ts'
import { complaintsRoutes } from './complaints/routes.ts'
import { complianceRoutes } from './compliance/routes.ts'
import { customersRoutes } from './customers/routes.ts'
import { decisionChainRoutes } from './decision-chain/routes.ts'
import { dueVisitsRoutes } from './due-visits/routes.ts'
import { exportsRoutes } from './exports/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { feedbackPapersRoutes } from './feedback-papers/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { meetingsRoutes } from './meetings/routes.ts'
import { mergesRoutes } from './merges/routes.ts'
import { navigationRoutes } from './navigation/routes.ts'
import { notificationsRoutes } from './notifications/routes.ts'
import { organisationRoutes } from './organisation/routes.ts'
import { personalRequestsRoutes } from './personal-requests/routes.ts'
import type { Implemented } from './platform/http/implement.ts'
import { liveRoutes } from './platform/live/routes.ts'
import { profilesRoutes } from './profiles/routes.ts'
import { projectInitiationRoutes } from './projects/initiation-routes.ts'
import { projectsRoutes } from './projects/routes.ts'
import { regulationRoutes } from './regulation/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { sessionRoutes } from './session/routes.ts'
import { suggestionsRoutes } from './suggestions/routes.ts'
import { supportRequestsRoutes } from './support-requests/routes.ts'
import { systemRoutes } from './system/routes.ts'
import { tasksRoutes } from './tasks/routes.ts'
import { teamCalendarRoutes } from './team-calendar/routes.ts'
import { todayRoutes } from './today/routes.ts'
import { incidentsRoutes, verbalReportsRoutes } from './verbal-reports/routes.ts'
import { viewsRoutes } from './views/routes.ts'

/** The table of contents of the server: every module's endpoints. */
export const routes: readonly Implemented[] = [
  ...todayRoutes,
  ...reportsRoutes,
  ...complianceRoutes,
  ...meetingsRoutes,
  ...supportRequestsRoutes,
  ...tasksRoutes,
  ...verbalReportsRoutes,
  ...incidentsRoutes,
  ...absencesRoutes,
  ...activitiesRoutes,
  ...customersRoutes,
  ...decisionChainRoutes,
  ...profilesRoutes,
  ...personalRequestsRoutes,
  ...backgroundRoutes,
  ...mergesRoutes,
  ...dueVisitsRoutes,
  ...attachmentsRoutes,
  ...feedbackRoutes,
  ...feedbackPapersRoutes,
  ...competitorsRoutes,
  ...projectInitiationRoutes,
  ...approvalsRoutes,
  ...approvalDelegationsRoutes,
  ...approvalDefinitionsRoutes,
  ...complaintsRoutes,
  ...projectsRoutes,
  ...suggestionsRoutes,
  ...importRoutes,
  ...exportsRoutes,
  ...regulationRoutes,
  ...calendarRoutes,
  ...teamCalendarRoutes,
  ...calendarFeedRoutes,
  ...auditRoutes,
  ...searchRoutes,
  ...viewsRoutes,
  ...navigationRoutes,
  ...notificationsRoutes,
  ...channelsRoutes,
  ...liveRoutes,
  ...organisationRoutes,
  ...sessionRoutes,
  ...systemRoutes,
]
