import { useCallback, useSyncExternalStore } from 'react'

/** Below this width the phone has its own root (design.md §3). */
const phoneQuery = '(max-width: 767.98px)'

export function usePhone(): boolean {
  return useMedia(phoneQuery)
}

export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)')
}

function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
