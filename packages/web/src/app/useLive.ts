import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { urlOf } from '@zhuowei/contract/client.ts'
import { liveApi } from '@zhuowei/contract/live.ts'
import { useEffect } from 'react'
import { useSignInAgain } from './sign-in-again.ts'

/**
 * Loads again what the server says has changed. The stream is closed while the page is hidden (a browser allows six connections
 * per site, and people keep many tabs) and what was missed meanwhile is loaded on the return.
 */
export function useLive(): void {
  const queryClient = useQueryClient()
  const { times } = useSignInAgain()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream of an ended session is closed for good; the new one opens its own
  useEffect(() => {
    let stream = open(queryClient)
    const onVisibility = () => {
      stream?.close()
      stream = document.hidden ? null : open(queryClient)
      if (!document.hidden) void queryClient.invalidateQueries()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      stream?.close()
    }
  }, [queryClient, times])
}

/** A stream that takes longer to open was waited for long enough to have missed something. */
const slowMs = 1000

function open(queryClient: QueryClient): EventSource | null {
  const stream = new EventSource(urlOf(liveApi.stream))
  const reload = (module: string) => void queryClient.invalidateQueries({ queryKey: [module] })
  const began = performance.now()
  let broken = false
  stream.addEventListener('notification', () => reload('notifications'))
  stream.addEventListener('session', () => reload('session'))
  stream.addEventListener('changed', (event) => {
    const topic = topicOf(event.data)
    if (topic) reload(topic)
    else void queryClient.invalidateQueries()
  })
  stream.addEventListener('error', () => {
    broken = true
  })
  stream.addEventListener('open', () => {
    // The page was loaded meanwhile; what somebody changed before the stream stood would never be told.
    const isLate = performance.now() - began > slowMs
    if (broken || isLate) void queryClient.invalidateQueries()
    broken = false
  })
  return stream
}

function topicOf(data: unknown): string | undefined {
  if (typeof data !== 'string' || !data.startsWith('{')) return undefined
  const message: unknown = JSON.parse(data)
  return message && typeof message === 'object' && 'topic' in message && typeof message.topic === 'string'
    ? message.topic
    : undefined
}
