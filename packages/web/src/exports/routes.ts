import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const register = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/exports',
  staticData: { title: '导出登记' },
  validateSearch: z.object({
    waiting: z.literal('true').optional().catch(undefined),
    open: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ExportsPage.tsx'), 'ExportsPage'),
})

export const exportsRoutes = [register] as const
