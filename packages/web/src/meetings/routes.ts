import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const meetings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings',
  staticData: { title: '会议' },
  validateSearch: z.object({ when: z.enum(['past']).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./MeetingsPage.tsx'), 'MeetingsPage'),
})

const newMeeting = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/new',
  staticData: { title: '召集会议' },
  component: lazyRouteComponent(() => import('./NewMeetingPage.tsx'), 'NewMeetingPage'),
})

const actionItems = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/action-items',
  staticData: { title: '遗留问题' },
  validateSearch: z.object({
    open: z.uuid().optional().catch(undefined),
    who: z.enum(['mine']).optional().catch(undefined),
    closed: z.literal(true).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ActionItemsPage.tsx'), 'ActionItemsPage'),
})

const training = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/training-hours',
  staticData: { title: '培训学时' },
  validateSearch: z.object({ year: z.int().min(2000).max(2100).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./TrainingPage.tsx'), 'TrainingPage'),
})

const meeting = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/$meetingId',
  staticData: { title: '会议' },
  component: lazyRouteComponent(() => import('./MeetingPage.tsx'), 'MeetingPage'),
})

const live = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/$meetingId/live',
  staticData: { title: '开会' },
  component: lazyRouteComponent(() => import('./LivePage.tsx'), 'LivePage'),
})

const print = createRoute({
  getParentRoute: () => shellRoute,
  path: '/meetings/$meetingId/print',
  staticData: { title: '打印纪要' },
  component: lazyRouteComponent(() => import('./PrintMinutesPage.tsx'), 'PrintMinutesPage'),
})

const supportRequests = createRoute({
  getParentRoute: () => shellRoute,
  path: '/support-requests',
  staticData: { title: '支持需求' },
  validateSearch: z.object({
    open: z.uuid().optional().catch(undefined),
    answered: z.literal(true).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./SupportRequestsPage.tsx'), 'SupportRequestsPage'),
})

export const meetingsRoutes = [
  meetings,
  newMeeting,
  actionItems,
  training,
  meeting,
  live,
  print,
  supportRequests,
] as const
