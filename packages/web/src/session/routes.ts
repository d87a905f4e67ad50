import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import * as z from 'zod'
import { isRefusal, queryClient } from '../app/query-client.ts'
import { sessionQuery } from '../app/session.ts'
import { rootRoute, shellRoute } from '../app/shell-route.tsx'
import { signInAddress } from '../app/sign-in-redirect.ts'
import { settingsRoute } from '../settings/routes.ts'

const target = z.object({ target: z.string().optional().catch(undefined) })

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  staticData: { title: '登录' },
  validateSearch: target,
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})

/** What people type from habit. */
const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  beforeLoad: () => {
    throw redirect({ to: '/sign-in' })
  },
})

const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  staticData: { title: '开始使用' },
  validateSearch: z.object({ token: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./SetupPage.tsx'), 'SetupPage'),
})

const password = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  staticData: { title: '设置自己的密码' },
  validateSearch: target,
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
})

const confidentiality = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confidentiality',
  staticData: { title: '保密承诺' },
  validateSearch: target,
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./ConfidentialityPage.tsx'), 'ConfidentialityPage'),
})

/** 我的账号, among the settings. */
export const accountRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/account',
  staticData: { title: '我的账号' },
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
})

/** What hangs around the neck: the name, and what to say on the phone (三.7). */
export const badgeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/badge',
  staticData: { title: '工牌卡' },
  component: lazyRouteComponent(() => import('./BadgePage.tsx'), 'BadgePage'),
})

/** These two stand between signing in and the application, so they need the person but not the person in order. */
async function signedIn({ location }: { location: { href: string } }): Promise<void> {
  await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (isRefusal(error) && error.problem.status === 401)
      throw redirect({ href: signInAddress(location.href) })
    throw error
  })
}

export const sessionRoutes = [signIn, login, setup, password, confidentiality] as const
