import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { importOutcomes } from '@zhuowei/contract/import-shapes.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const start = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/import',
  staticData: { title: '导入客户' },
  component: lazyRouteComponent(() => import('./ImportStartPage.tsx'), 'ImportStartPage'),
})

const shownRows = z.enum(['all', 'kept', ...importOutcomes])
export type ShownRows = z.infer<typeof shownRows>

const one = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/import/$importId',
  staticData: { title: '导入客户' },
  validateSearch: z.object({
    show: shownRows.optional().catch(undefined),
    column: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const importRoutes = [start, one] as const
