import { useSyncExternalStore } from 'react'

/** Requests that wait until the person has signed in again. */
let waiting: (() => void)[] = []
let times = 0
let isLeaving = false
const listeners = new Set<() => void>()

/** Asks over whatever page is open; resolves once the person is signed in. */
export function askToSignInAgain(): Promise<void> {
  return new Promise((resolve) => {
    if (isLeaving) return
    waiting = [...waiting, resolve]
    tell()
  })
}

/** Whoever signs out is not asked to sign in again for what the page still loads meanwhile. */
export function leaveWithoutAsking(leaving: boolean): void {
  isLeaving = leaving
}

export function signedInAgain(): void {
  const released = waiting
  waiting = []
  times += 1
  tell()
  for (const release of released) release()
}

/** Whether somebody has to sign in again now, and how often it has happened, for what has to be opened anew afterwards. */
export function useSignInAgain() {
  const asked = useSyncExternalStore(subscribe, () => waiting.length > 0)
  const done = useSyncExternalStore(subscribe, () => times)
  return { asked, times: done }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
