import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { RootErrorPage } from './ErrorPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { isRefusal, queryClient } from './query-client.ts'
import { Root } from './Root.tsx'
import { sessionQuery } from './session.ts'
import { signInAddress } from './sign-in-redirect.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The title of the page in the browser's tab, the palette and the phone's head. */
    title?: string
  }
}

/** Above everything; the sign-in pages hang directly below it. */
export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: RootErrorPage,
})

/** Everything that needs a signed-in person in order; modules hang their pages below it. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Root,
  errorComponent: RootErrorPage,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (isRefusal(error) && error.problem.status === 401) {
        throw redirect({ href: signInAddress(location.href) })
      }
      throw error
    })
    const target = encodeURIComponent(location.href)
    if (session.passwordChangeDue) throw redirect({ href: `/password?target=${target}` })
    if (session.confidentialityDue) throw redirect({ href: `/confidentiality?target=${target}` })
  },
})

/** Any other address, inside the shell, so that the way back is one click and a stranger learns nothing. */
export const unknownRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: NotFoundPage,
})
