import { useEffect, useState } from 'react'

const pauseMs = 5 * 60_000

/** True once the server has other pages than the ones that this window runs: asked on the return to the window, at most every 5 minutes. */
export function useNewVersion(): boolean {
  const [outdated, setOutdated] = useState(false)
  useEffect(() => {
    let askedAt = Date.now()
    const ask = async () => {
      if (document.hidden || Date.now() - askedAt < pauseMs) return
      askedAt = Date.now()
      if (await hasOtherVersion()) setOutdated(true)
    }
    // A chunk that is gone from the server can only mean that a new version is there.
    const onMissingChunk = () => setOutdated(true)
    document.addEventListener('visibilitychange', ask)
    window.addEventListener('vite:preloadError', onMissingChunk)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      window.removeEventListener('vite:preloadError', onMissingChunk)
    }
  }, [])
  return outdated
}

async function hasOtherVersion(): Promise<boolean> {
  const reply = await fetch('/version.json', { cache: 'no-store' }).catch(() => null)
  if (!reply?.ok) return false
  const body: unknown = await reply.json().catch(() => null)
  return Boolean(body && typeof body === 'object' && 'version' in body && body.version !== __BUILD__)
}
