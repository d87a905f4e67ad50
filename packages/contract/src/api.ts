import { actionItemsApi } from './action-items.ts'
import { activitiesApi } from './activities.ts'
import { approvalDefinitionsApi, approvalDelegationsApi, approvalsApi } from './approvals.ts'
import { attachmentsApi } from './attachments.ts'
import { absencesApi } from './attendance.ts'
import { auditApi } from './audit.ts'
import { backgroundApi } from './background.ts'
import { bulkApi } from './bulk.ts'
import { calendarApi } from './calendar.ts'
import { calendarFeedApi } from './calendar-feed.ts'
import { channelsApi } from './channels.ts'
import { competitorsApi } from './competitors.ts'
import { complaintsApi } from './complaints.ts'
import { complianceApi } from './compliance.ts'
import { contactsApi } from './contacts.ts'
import { customersApi } from './customers.ts'
import { decisionChainApi } from './decision-chain.ts'
import { dueVisitsApi } from './due-visits.ts'
import { exportsApi } from './exports.ts'
import { feedbackApi } from './feedback.ts'
import { feedbackPapersApi } from './feedback-papers.ts'
import { gradesApi } from './grades.ts'
import { importsApi } from './imports.ts'
import { liveApi } from './live.ts'
import { meetingsApi } from './meetings.ts'
import { mergesApi } from './merges.ts'
import { minutesApi } from './minutes.ts'
import { navigationApi } from './navigation.ts'
import { notificationsApi } from './notifications.ts'
import { organisationApi } from './organisation.ts'
import { personalRequestsApi } from './personal-requests.ts'
import { profilesApi } from './profiles.ts'
import { projectInitiationApi } from './project-initiation.ts'
import { projectsApi } from './projects.ts'
import { regulationApi } from './regulation.ts'
import { reportsApi } from './reports.ts'
import { searchApi } from './search.ts'
import { sessionApi } from './session.ts'
import { suggestionsApi } from './suggestions.ts'
import { supportRequestsApi } from './support-requests.ts'
import { systemApi } from './system.ts'
import { tagsApi } from './tags.ts'
import { tasksApi } from './tasks.ts'
import { teamCalendarApi } from './team-calendar.ts'
import { todayApi } from './today.ts'
import { incidentsApi, verbalReportsApi } from './verbal-reports.ts'
import { viewsApi } from './views.ts'

/** The whole API: one entry per module, in the order of the navigation. */
export const api = {
  today: todayApi,
  activities: activitiesApi,
  reports: reportsApi,
  compliance: complianceApi,
  meetings: meetingsApi,
  minutes: minutesApi,
  actionItems: actionItemsApi,
  supportRequests: supportRequestsApi,
  tasks: tasksApi,
  verbalReports: verbalReportsApi,
  incidents: incidentsApi,
  absences: absencesApi,
  projectInitiation: projectInitiationApi,
  approvals: approvalsApi,
  approvalDelegations: approvalDelegationsApi,
  approvalDefinitions: approvalDefinitionsApi,
  customers: customersApi,
  grades: gradesApi,
  bulk: bulkApi,
  tags: tagsApi,
  contacts: contactsApi,
  decisionChain: decisionChainApi,
  profiles: profilesApi,
  personalRequests: personalRequestsApi,
  background: backgroundApi,
  merges: mergesApi,
  dueVisits: dueVisitsApi,
  attachments: attachmentsApi,
  feedback: feedbackApi,
  feedbackPapers: feedbackPapersApi,
  competitors: competitorsApi,
  complaints: complaintsApi,
  suggestions: suggestionsApi,
  imports: importsApi,
  exports: exportsApi,
  regulation: regulationApi,
  calendar: calendarApi,
  teamCalendar: teamCalendarApi,
  calendarFeed: calendarFeedApi,
  audit: auditApi,
  search: searchApi,
  views: viewsApi,
  navigation: navigationApi,
  notifications: notificationsApi,
  channels: channelsApi,
  live: liveApi,
  organisation: organisationApi,
  projects: projectsApi,
  session: sessionApi,
  system: systemApi,
}
export type ZhuoweiApi = typeof api
