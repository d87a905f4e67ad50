import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { auditAreaNames } from '@zhuowei/contract/audit.ts'
import * as z from 'zod'
import { settingsRoute } from '../settings/routes.ts'

const several = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), one.transform((single) => [single])])
    .optional()
    .catch(undefined)

const audit = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/audit',
  staticData: { title: '审计' },
  validateSearch: z.object({
    area: several(z.enum(auditAreaNames)),
    actor: z.uuid().optional().catch(undefined),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    subject: z.string().max(100).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
})

export const auditRoutes = [audit] as const
