import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as z from 'zod'
import { shellRoute } from '../app/shell-route.tsx'
import { tasksSearch } from './tasks-search.ts'

const tasks = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks',
  staticData: { title: '任务' },
  validateSearch: tasksSearch,
  component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
})

const newTask = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks/new',
  staticData: { title: '新增任务' },
  validateSearch: z.object({ assign: z.literal('true').optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./NewTaskPage.tsx'), 'NewTaskPage'),
})

export const tasksRoutes = [tasks, newTask] as const
