import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
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

export const reportsRoutes = [reports, newTask, daily, team, compliance, report] as const
