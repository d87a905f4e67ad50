import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const today = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  staticData: { title: '今天' },
  /** The day of the own report whose story is open. */
  validateSearch: z.object({ story: z.iso.date().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
})

export const todayRoutes = [today] as const
