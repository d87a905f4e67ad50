import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'

const today = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  staticData: { title: '今天' },
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
})

export const todayRoutes = [today] as const
