import { shanghaiTime } from './dates.ts'

const minuteMs = 60_000

/**
 * The last instant that still meets a deadline. A deadline named to the minute includes that minute ("9点以前" is
 * met at 09:00:59.999); one at 24:00 names a whole day, which is over when the next begins.
 */
export function lastMomentOf(deadline: Date): Date {
  return namesWholeDay(deadline) ? deadline : new Date(deadline.getTime() + minuteMs - 1)
}

export function isMet(deadline: Date, instant: Date): boolean {
  return instant <= lastMomentOf(deadline)
}

/** 00:00 is written as 24:00 of the day that it ends. */
export function namesWholeDay(deadline: Date): boolean {
  return shanghaiTime(deadline) === '00:00'
}
