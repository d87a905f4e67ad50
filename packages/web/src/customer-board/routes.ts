import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountStatuses } from '@zhuowei/domain/customers/account.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const board = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/board',
  staticData: { title: '客户看板' },
  validateSearch: z.object({
    all: z.literal('true').optional().catch(undefined),
    /** The column that the phone shows. */
    status: z.enum(accountStatuses).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})

export const boardRoutes = [board] as const
