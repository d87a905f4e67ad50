import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { settingsRoute } from '../settings/routes.ts'

const year = z.coerce.number().int().min(2020).max(2100).optional().catch(undefined)

const calendar = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/calendar',
  staticData: { title: '工作日历' },
  validateSearch: z.object({ year, day: z.iso.date().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
})

const calendarImport = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/calendar/import',
  staticData: { title: '导入日历' },
  validateSearch: z.object({ year }),
  component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
})

export const calendarRoutes = [calendar, calendarImport] as const
