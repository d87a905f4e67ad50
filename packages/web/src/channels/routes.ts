import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '../settings/routes.ts'
import { channelsSearch } from './channels-search.ts'

const reminders = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/reminders',
  staticData: { title: '提醒方式' },
  component: lazyRouteComponent(() => import('./RemindersPage.tsx'), 'RemindersPage'),
})

const channels = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/channels',
  staticData: { title: '外发渠道' },
  validateSearch: channelsSearch,
  component: lazyRouteComponent(() => import('./ChannelsPage.tsx'), 'ChannelsPage'),
})

export const channelsRoutes = [reminders, channels] as const
