/** The one source of “now”. Frozen for tests and `--now`; the demo runs on from its own instant. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export const frozenClock = (instant: Date): Clock => ({ now: () => new Date(instant) })

/** Starts at `instant` and goes on at real speed. */
export function clockFrom(instant: Date): Clock {
  const offset = instant.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}
