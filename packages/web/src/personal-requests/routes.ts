import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { settingsRoute } from '../settings/routes.ts'

const newRequest = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$contactId/request',
  staticData: { title: '登记本人要求' },
  validateSearch: z.object({ customerId: z.uuid().catch('') }),
  component: lazyRouteComponent(() => import('./NewRequestPage.tsx'), 'NewRequestPage'),
})

/** Below the settings. */
const requests = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/personal-requests',
  staticData: { title: '个人信息请求' },
  validateSearch: z.object({
    view: z.literal('all').optional().catch(undefined),
    open: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./RequestsPage.tsx'), 'RequestsPage'),
})

export const newRequestRoutes = [newRequest] as const
export const personalRequestsRoutes = [requests] as const
