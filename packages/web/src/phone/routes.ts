import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/shell-route.tsx'

const me = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me',
  staticData: { title: '我的' },
  component: lazyRouteComponent(() => import('./MePage.tsx'), 'MePage'),
})

export const phoneRoutes = [me] as const
