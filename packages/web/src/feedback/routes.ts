import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { feedbackViews } from '@zhuowei/contract/feedback.ts'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/feedback',
  staticData: { title: '客户信息反馈表' },
  validateSearch: z.object({
    view: z.enum(feedbackViews).optional().catch(undefined),
    owner: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./FeedbackPage.tsx'), 'FeedbackPage'),
})

const edit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/feedback',
  staticData: { title: '填写客户信息反馈表' },
  component: lazyRouteComponent(() => import('./EditFeedbackPage.tsx'), 'EditFeedbackPage'),
})

export const feedbackRoutes = [list, edit] as const
