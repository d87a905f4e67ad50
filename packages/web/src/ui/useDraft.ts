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

const pauseMs = 400

/** What is being typed, surviving a reload, a crash and a new sign-in of the same person. Without a name it is plain state. */
export function useDraft<T extends object>(name: DraftName | null, initial: T): DraftState<T> {
  const key = name && draftKey(name.owner, name.key)
  const [first] = useState(() => (key ? readDraft(localStorage, key, initial) : null))
  const [value, setState] = useState<T>(first?.value ?? initial)
  const [savedAt, setSavedAt] = useState<Date | null>(first ? new Date(first.savedAt) : null)
  const [unkept, setUnkept] = useState(false)
  const pending = useRef<{ value: T; timer: ReturnType<typeof setTimeout> } | null>(null)

  const keep = useCallback(() => {
    if (!key || !pending.current) return
    clearTimeout(pending.current.timer)
    const now = serverNow().getTime()
    const kept = keepDraft(localStorage, key, pending.current.value, now)
    pending.current = null
    setUnkept(!kept)
    if (kept) setSavedAt(new Date(now))
  }, [key])

  const setValue = useCallback(
    (change: (before: T) => T) => {
      setState((before) => {
        const next = change(before)
        if (pending.current) clearTimeout(pending.current.timer)
        pending.current = { value: next, timer: setTimeout(keep, pauseMs) }
        return next
      })
    },
    [keep],
  )

  const clear = useCallback(
    (next?: T) => {
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = null
      if (key) localStorage.removeItem(key)
      setSavedAt(null)
      if (next) setState(next)
    },
    [key],
  )

  // A page that is closed or left within the pause still keeps the last words.
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])

  return { value, setValue, savedAt, restored: first !== null, unkept, clear }
}
