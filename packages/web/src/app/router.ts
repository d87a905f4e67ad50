import { createRouter } from '@tanstack/react-router'
import { phoneRoutes } from '../phone/routes.ts'
import { sessionRoutes } from '../session/routes.ts'
import { parseSearch, stringifySearch } from './search-params.ts'
import { rootRoute, shellRoute } from './shell-route.tsx'

/** The table of contents of the web application: each module brings its own `routes.ts`. */
const routeTree = rootRoute.addChildren([...sessionRoutes, shellRoute.addChildren([...phoneRoutes])])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
