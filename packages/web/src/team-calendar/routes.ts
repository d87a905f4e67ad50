import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'
import { calendarSearch } from './calendar-search.ts'

const calendar = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/calendar',
  staticData: { title: '日历' },
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('./TeamCalendarPage.tsx'), 'TeamCalendarPage'),
})

export const teamCalendarRoutes = [calendar] as const
