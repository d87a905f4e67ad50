import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import { leaveForSignIn } from './sign-in-redirect.ts'

/** Server data lives here only. A refusal is an answer and is never retried; a broken connection is, twice. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) => failures < 2 && !isRefusal(error),
      refetchOnWindowFocus: false, // useLive loads again what was missed
    },
    mutations: { retry: false },
  },
})

export function isRefusal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.code !== 'network' && error.problem.status < 500
}

function leaveWhenSignedOut(error: unknown): void {
  if (isRefusal(error) && error.problem.code === 'not_signed_in') leaveForSignIn()
}
