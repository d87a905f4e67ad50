import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { complianceSearch } from './compliance-search.ts'
import { teamSearch } from './team-search.ts'

/** 修改 stands in the address, so that going back and forward leaves and finds the editor. */
const edit = z.literal('true').optional().catch(undefined)

const reports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  staticData: { title: '日常工作' },
  validateSearch: z.object({
    kind: z.enum(reportKinds).optional().catch(undefined),
    q: z.string().trim().min(1).max(60).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ReportsPage.tsx'), 'ReportsPage'),
})

const newTask = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/new',
  staticData: { title: '日常工作：新增任务' },
  component: lazyRouteComponent(() => import('./NewTaskPage.tsx'), 'NewTaskPage'),
})

const daily = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/daily/$date',
  staticData: { title: '日报' },
  validateSearch: z.object({ edit }),
  component: lazyRouteComponent(() => import('./DailyEditorPage.tsx'), 'DailyEditorPage'),
})

const weekly = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/weekly/$week',
  staticData: { title: '周报' },
  component: lazyRouteComponent(() => import('./WeeklyEditorPage.tsx'), 'WeeklyEditorPage'),
})

const monthly = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/monthly/$month',
  staticData: { title: '月报' },
  validateSearch: z.object({ edit }),
  component: lazyRouteComponent(() => import('./MonthlyEditorPage.tsx'), 'MonthlyEditorPage'),
})

const trip = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/trip/$tripId',
  staticData: { title: '出差报告' },
  validateSearch: z.object({ edit }),
  component: lazyRouteComponent(() => import('./TripEditorPage.tsx'), 'TripEditorPage'),
})

const team = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/team',
  staticData: { title: '团队汇报' },
  validateSearch: teamSearch,
  component: lazyRouteComponent(() => import('./TeamPage.tsx'), 'TeamPage'),
})

const compliance = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/compliance',
  staticData: { title: '合规' },
  validateSearch: complianceSearch,
  component: lazyRouteComponent(() => import('./CompliancePage.tsx'), 'CompliancePage'),
})

const report = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/$reportId',
  staticData: { title: '汇报' },
  validateSearch: z.object({ submitted: z.literal('true').optional().catch(undefined), edit }),
  component: lazyRouteComponent(() => import('./ReportPage.tsx'), 'ReportPage'),
})

export const reportsRoutes = [
  reports,
  newTask,
  daily,
  weekly,
  monthly,
  trip,
  team,
  compliance,
  report,
] as const
