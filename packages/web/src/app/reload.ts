import type { QueryClient } from '@tanstack/react-query'

/** Every read of these modules is loaded again where it is on screen, and before it is next shown. */
export function reloadModules(queryClient: QueryClient, modules: readonly string[]): void {
  for (const module of modules) void queryClient.invalidateQueries({ queryKey: [module] })
}
