import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { customersSearch } from './customers-search.ts'
import { gradeChangesSearch } from './grade-changes-search.ts'

const customers = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  staticData: { title: '客户' },
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('./CustomersPage.tsx'), 'CustomersPage'),
})

const newCustomer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/new',
  staticData: { title: '新客户' },
  validateSearch: z.object({ name: z.string().max(120).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./NewCustomerPage.tsx'), 'NewCustomerPage'),
})

const gradeChanges = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/grade-changes',
  staticData: { title: '等级变化' },
  validateSearch: gradeChangesSearch,
  component: lazyRouteComponent(() => import('./GradeChangesPage.tsx'), 'GradeChangesPage'),
})

const removed = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/removed',
  staticData: { title: '最近删除的客户' },
  component: lazyRouteComponent(() => import('./RemovedPage.tsx'), 'RemovedPage'),
})

const tags = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/tags',
  staticData: { title: '标签' },
  component: lazyRouteComponent(() => import('./TagsPage.tsx'), 'TagsPage'),
})

const bulkChanges = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/bulk-changes',
  staticData: { title: '批量修改记录' },
  /** The one that is about to be taken back. */
  validateSearch: z.object({ undo: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./BulkChangesPage.tsx'), 'BulkChangesPage'),
})

const customer = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId',
  staticData: { title: '客户' },
  validateSearch: z.object({ tab: z.string().max(30).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
})

const edit = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customerId/edit',
  staticData: { title: '修改客户资料' },
  component: lazyRouteComponent(() => import('./EditCustomerPage.tsx'), 'EditCustomerPage'),
})

export const customersRoutes = [
  customers,
  newCustomer,
  gradeChanges,
  removed,
  tags,
  bulkChanges,
  customer,
  edit,
] as const
