import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'

const profile = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$contactId/profile',
  staticData: { title: '受限画像' },
  component: lazyRouteComponent(() => import('./ProfilePage.tsx'), 'ProfilePage'),
})

export const profilesRoutes = [profile] as const
