import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/market/competitors',
  staticData: { title: '竞争对手' },
  validateSearch: z.object({ q: z.string().max(60).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./CompetitorsPage.tsx'), 'CompetitorsPage'),
})

const create = createRoute({
  getParentRoute: () => shellRoute,
  path: '/market/competitors/new',
  staticData: { title: '记竞争对手' },
  component: lazyRouteComponent(() => import('./NewCompetitorPage.tsx'), 'NewCompetitorPage'),
})

const record = createRoute({
  getParentRoute: () => shellRoute,
  path: '/market/competitors/$competitorId',
  staticData: { title: '竞争对手' },
  component: lazyRouteComponent(() => import('./CompetitorPage.tsx'), 'CompetitorPage'),
})

const edit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/market/competitors/$competitorId/edit',
  staticData: { title: '修改竞争对手' },
  component: lazyRouteComponent(() => import('./EditCompetitorPage.tsx'), 'EditCompetitorPage'),
})

export const competitorsRoutes = [list, create, record, edit] as const
