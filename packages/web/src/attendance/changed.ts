import type { QueryClient } from '@tanstack/react-query'

const modules = ['absences', 'compliance', 'reports', 'today', 'notifications'] as const

/** Every page that says who owes a daily report reads again. */
export function changedByAbsence(queryClient: QueryClient): void {
  for (const module of modules) void queryClient.invalidateQueries({ queryKey: [module] })
}
