import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { visitKinds } from '@zhuowei/domain/customers/visit.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { activitiesSearch } from './activities-search.ts'

const activities = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities',
  staticData: { title: '拜访与日程' },
  validateSearch: activitiesSearch,
  component: lazyRouteComponent(() => import('./ActivitiesPage.tsx'), 'ActivitiesPage'),
})

const newVisit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/new',
  staticData: { title: '记拜访' },
  validateSearch: z.object({
    customerId: z.uuid().optional().catch(undefined),
    kind: z.enum(visitKinds).optional().catch(undefined),
    /** Who is to be called and what is to come of it, from a row that proposes it. */
    contactId: z.uuid().optional().catch(undefined),
    nextStep: z.string().max(500).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./NewVisitPage.tsx'), 'NewVisitPage'),
})

/** The two entries of 记一笔. */
const quickVisit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/new-visit',
  beforeLoad: () => {
    throw redirect({ to: '/activities/new', search: { kind: 'visit' } })
  },
})

const quickCall = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/new-call',
  beforeLoad: () => {
    throw redirect({ to: '/activities/new', search: { kind: 'call' } })
  },
})

const activity = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/$activityId',
  staticData: { title: '拜访记录' },
  validateSearch: z.object({
    recorded: z.literal('true').optional().catch(undefined),
    /** From the row of 今天: the form of the update stands open. */
    update: z.literal('true').optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ActivityPage.tsx'), 'ActivityPage'),
})

const correction = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activities/$activityId/edit',
  staticData: { title: '修改拜访记录' },
  component: lazyRouteComponent(() => import('./EditVisitPage.tsx'), 'EditVisitPage'),
})

export const activitiesRoutes = [activities, newVisit, quickVisit, quickCall, activity, correction] as const
