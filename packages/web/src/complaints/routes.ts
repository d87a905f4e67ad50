import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { complaintsSearch } from './complaints-search.ts'

const complaints = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints',
  staticData: { title: '投诉' },
  validateSearch: complaintsSearch,
  component: lazyRouteComponent(() => import('./ComplaintsPage.tsx'), 'ComplaintsPage'),
})

const newComplaint = createRoute({
  getParentRoute: () => shellRoute,
  path: '/complaints/new',
  staticData: { title: '登记投诉' },
  validateSearch: z.object({ customerId: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./NewComplaintPage.tsx'), 'NewComplaintPage'),
})

export const complaintsRoutes = [complaints, newComplaint] as const
