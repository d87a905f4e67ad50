import { useSyncExternalStore } from 'react'

const minute = 60_000
/** How far the server's clock is ahead of this device's. Deadlines are judged by the server's clock only. */
let ahead = 0
let current = new Date()
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** The server's time, and when this device received it. */
export function setServerTime(now: Date, receivedAt: number): void {
  ahead = now.getTime() - receivedAt
  tick()
}

export function serverNow(): Date {
  return new Date(Date.now() + ahead)
}

/** The server's time, changing at each full minute. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => current)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!timer) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

function tick(): void {
  current = serverNow()
  for (const listener of listeners) listener()
  clearTimeout(timer)
  // A little past the minute: a timer that fires early would show the old minute for another sixty seconds.
  timer = setTimeout(tick, minute - (current.getTime() % minute) + 20)
}
