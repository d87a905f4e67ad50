import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { queryClient } from '../app/query-client.ts'
import { sessionQuery } from '../app/session.ts'
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
  beforeLoad: async () => {
    const { rights } = await queryClient.ensureQueryData(sessionQuery)
    if (!rights.includes('absences.write')) throw redirect({ to: '/attendance' })
  },
  component: lazyRouteComponent(() => import('./NewAbsencePage.tsx'), 'NewAbsencePage'),
})

export const attendanceRoutes = [attendance, newAbsence] as const
