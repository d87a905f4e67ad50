import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const duplicates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/duplicates',
  staticData: { title: '重复客户' },
  validateSearch: z.object({ view: z.enum(['dismissed', 'merged']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./DuplicatesPage.tsx'), 'DuplicatesPage'),
})

const optionalId = z.uuid().optional().catch(undefined)

const merge = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/merge',
  staticData: { title: '合并客户' },
  validateSearch: z.object({ oneId: optionalId, otherId: optionalId, thirdId: optionalId }),
  component: lazyRouteComponent(() => import('./MergePage.tsx'), 'MergePage'),
})

export const mergesRoutes = [duplicates, merge] as const
