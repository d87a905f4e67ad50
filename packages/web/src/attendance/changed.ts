import type { QueryClient } from '@tanstack/react-query'
import { reloadModules } from '../app/reload.ts'

const modules = ['absences', 'compliance', 'reports', 'today', 'notifications'] as const

/** Every page that says who owes a daily report reads again. */
export function changedByAbsence(queryClient: QueryClient): void {
  reloadModules(queryClient, modules)
}
