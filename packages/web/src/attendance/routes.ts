import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'
import { attendanceSearch } from './attendance-search.ts'

const attendance = createRoute({
  getParentRoute: () => shellRoute,
  path: '/attendance',
  staticData: { title: '考勤' },
  validateSearch: attendanceSearch,
  component: lazyRouteComponent(() => import('./AttendancePage.tsx'), 'AttendancePage'),
})

const newAbsence = createRoute({
  getParentRoute: () => shellRoute,
  path: '/attendance/new',
  staticData: { title: '登记请假或出差' },
  component: lazyRouteComponent(() => import('./NewAbsencePage.tsx'), 'RegisterAbsencePage'),
})

const request = createRoute({
  getParentRoute: () => shellRoute,
  path: '/attendance/request',
  staticData: { title: '申请请假或出差' },
  component: lazyRouteComponent(() => import('./NewAbsencePage.tsx'), 'RequestAbsencePage'),
})

export const attendanceRoutes = [attendance, newAbsence, request] as const
