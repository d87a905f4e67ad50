import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { grades } from '@zhuowei/domain/customers/grade.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const forgotten = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/forgotten',
  staticData: { title: '遗忘客户' },
  validateSearch: z.object({
    grade: z.enum(grades).optional().catch(undefined),
    owner: z
      .union([z.uuid(), z.literal('none')])
      .optional()
      .catch(undefined),
    region: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./DueVisitsPage.tsx'), 'DueVisitsPage'),
})

const regions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/regions',
  staticData: { title: '片区分布' },
  component: lazyRouteComponent(() => import('./RegionsPage.tsx'), 'RegionsPage'),
})

export const dueVisitsRoutes = [forgotten, regions] as const
