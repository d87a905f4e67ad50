import { useCallback, useEffect, useRef, useState } from 'react'
import { serverNow } from './clock.ts'
import { draftKey, keepDraft, readDraft } from './draft.ts'

/** Which draft it is: whose, and of what (`daily-2026-11-20`, `visit-new`). */
export interface DraftName {
  owner: string
  key: string
}

export interface DraftState<T> {
  value: T
  setValue: (change: (before: T) => T) => void
  /** When the device last kept it; null before the first keystroke. */
  savedAt: Date | null
  /** True when the form opened with something typed earlier. */
  restored: boolean
  /** True when the device refuses to keep drafts. */
  unkept: boolean
  /** After a successful submit, or when the person throws it away. */
  clear: (value?: T) => void
}

interface Opened<T> {
  key: string | null
  value: T
  savedAt: Date | null
  restored: boolean
  /** Changed since it was opened or cleared: there is something to keep. */
  typed: boolean
}

const pauseMs = 400

/** What is being typed, surviving a reload, a crash and a new sign-in of the same person. Without a name it is plain state. */
export function useDraft<T extends object>(name: DraftName | null, initial: T): DraftState<T> {
  const key = name && draftKey(name.owner, name.key)
  const [state, setState] = useState(() => openDraft(key, initial))
  const [unkept, setUnkept] = useState(false)
  const waiting = useRef<(() => void) | null>(null)

  // The same form may be shown for the next thing (another day's report): that thing's own draft is opened.
  const opened = state.key === key ? state : openDraft(key, initial)
  if (opened !== state) setState(opened)

  const keepNow = useCallback(() => {
    const keep = waiting.current
    waiting.current = null
    keep?.()
  }, [])

  const { value, typed } = opened
  useEffect(() => {
    if (!key || !typed) return
    waiting.current = () => {
      const now = serverNow().getTime()
      const kept = keepDraft(localStorage, key, value, now)
      setUnkept(!kept)
      if (kept) setState((before) => (before.key === key ? { ...before, savedAt: new Date(now) } : before))
    }
    const timer = setTimeout(keepNow, pauseMs)
    return () => clearTimeout(timer)
  }, [key, value, typed, keepNow])

  // A page that is closed or left within the pause still keeps the last words, under the name they were typed for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the name is what this is about
  useEffect(() => {
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [key, keepNow])

  const setValue = useCallback(
    (change: (before: T) => T) =>
      setState((before) => ({ ...before, value: change(before.value), typed: true })),
    [],
  )
  const clear = useCallback(
    (next?: T) => {
      waiting.current = null
      if (key) localStorage.removeItem(key)
      setState((before) => ({ ...before, value: next ?? before.value, savedAt: null, typed: false }))
    },
    [key],
  )
  return { value, setValue, savedAt: opened.savedAt, restored: opened.restored, unkept, clear }
}

function openDraft<T extends object>(key: string | null, initial: T): Opened<T> {
  const kept = key ? readDraft(localStorage, key, initial) : null
  return {
    key,
    value: kept?.value ?? initial,
    savedAt: kept && new Date(kept.savedAt),
    restored: kept !== null,
    typed: false,
  }
}
