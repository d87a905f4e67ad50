import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const notifications = createRoute({
  getParentRoute: () => shellRoute,
  path: '/notifications',
  staticData: { title: '通知' },
  validateSearch: z.object({ unread: z.literal('true').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./NotificationsPage.tsx'), 'NotificationsPage'),
})

export const notificationsRoutes = [notifications] as const
