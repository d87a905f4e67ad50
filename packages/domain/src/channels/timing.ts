import { addDays, atShanghai, shanghaiDate, shanghaiTime } from '../calendar/dates.ts'

/** 'HH:mm' to 'HH:mm', usually over midnight; two equal times mean that nothing is ever quiet. */
export interface QuietHours {
  from: string
  to: string
}

interface Waiting {
  now: Date
  quiet: QuietHours
  /** After this nobody needs to hear it any more. */
  until: Date | null
  /** Away on leave today, and has not asked to be told all the same. */
  onLeave: boolean
}

export type Timing = { do: 'send' } | { do: 'hold'; to: Date } | { do: 'drop'; why: 'leave' | 'late' }

/** §1B-18: never on leave; held until the quiet hours end, unless that would be too late. */
export function whenToSend({ now, quiet, until, onLeave }: Waiting): Timing {
  if (until && until <= now) return { do: 'drop', why: 'late' }
  if (onLeave) return { do: 'drop', why: 'leave' }
  const to = quietUntil(now, quiet)
  return to && (!until || to < until) ? { do: 'hold', to } : { do: 'send' }
}

/** When the quiet that reigns at this instant ends; null when it does not reign. */
export function quietUntil(now: Date, { from, to }: QuietHours): Date | null {
  const time = shanghaiTime(now)
  const today = shanghaiDate(now)
  if (from < to) return from <= time && time < to ? atShanghai(today, to) : null
  if (from === to) return null
  if (time >= from) return atShanghai(addDays(today, 1), to)
  return time < to ? atShanghai(today, to) : null
}

const minute = 60_000
const waits = [1, 4, 15, 60, 180, 360, 720].map((minutes) => minutes * minute)

/** The wait before the next attempt; null when there have been enough, after about a day. */
export const waitAfter = (attempts: number): number | null => waits[attempts - 1] ?? null

/** How long a destination that has failed so often in a row is left alone; the first two failures may be bad luck. */
export const restAfter = (failures: number): number =>
  failures < 3 ? 0 : Math.min(60, 2 ** (failures - 3)) * minute
