import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const open = z.uuid().optional().catch(undefined)

const verbalReports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verbal-reports',
  staticData: { title: '口头汇报' },
  validateSearch: z.object({ view: z.literal('all').optional().catch(undefined), open }),
  component: lazyRouteComponent(() => import('./VerbalReportsPage.tsx'), 'VerbalReportsPage'),
})

const newVerbalReport = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verbal-reports/new',
  staticData: { title: '登记口头汇报' },
  component: lazyRouteComponent(() => import('./NewVerbalReportPage.tsx'), 'NewVerbalReportPage'),
})

const incidents = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verbal-reports/incidents',
  staticData: { title: '问题事件' },
  validateSearch: z.object({ open }),
  component: lazyRouteComponent(() => import('./IncidentsPage.tsx'), 'IncidentsPage'),
})

const newIncident = createRoute({
  getParentRoute: () => shellRoute,
  path: '/verbal-reports/incidents/new',
  staticData: { title: '登记问题事件' },
  component: lazyRouteComponent(() => import('./NewIncidentPage.tsx'), 'NewIncidentPage'),
})

export const verbalReportsRoutes = [verbalReports, newVerbalReport, incidents, newIncident] as const
