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

const importing = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/feedback/import',
  staticData: { title: '导入客户信息反馈表' },
  validateSearch: z.object({ customerId: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./ImportFormsPage.tsx'), 'ImportFormsPage'),
})

const print = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/feedback/print',
  staticData: { title: '打印客户信息反馈表' },
  component: lazyRouteComponent(() => import('./PrintFormPage.tsx'), 'PrintFormPage'),
})

const edit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/feedback',
  staticData: { title: '填写客户信息反馈表' },
  component: lazyRouteComponent(() => import('./EditFeedbackPage.tsx'), 'EditFeedbackPage'),
})

export const feedbackRoutes = [list, importing, edit, print] as const
