import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'

const text = createRoute({
  getParentRoute: () => shellRoute,
  path: '/regulation',
  staticData: { title: '制度' },
  validateSearch: z.object({ q: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./RegulationPage.tsx'), 'RegulationPage'),
})

const parameters = createRoute({
  getParentRoute: () => shellRoute,
  path: '/regulation/parameters',
  staticData: { title: '制度参数' },
  validateSearch: z.object({
    key: z.string().optional().catch(undefined),
    division: z.uuid().optional().catch(undefined),
    only: z.enum(['changed', 'assumed']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./ParametersPage.tsx'), 'ParametersPage'),
})

export const regulationRoutes = [text, parameters] as const
