import { useCallback, useRef } from 'react'

// As long as a system takes two clicks for one double click.
const doubleClickMs = 500

/** Answers false to the second half of a double click on the same thing: by then the first has sent its command, and may be done. */
export function useFirstPress(): (what: unknown) => boolean {
  const last = useRef<{ what: unknown; at: number } | null>(null)
  return useCallback((what) => {
    const at = performance.now()
    const isAgain =
      last.current !== null && last.current.what === what && at - last.current.at < doubleClickMs
    if (!isAgain) last.current = { what, at }
    return !isAgain
  }, [])
}
