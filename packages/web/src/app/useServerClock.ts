import { useEffect } from 'react'
import { setServerTime } from '../ui/clock.ts'
import { useSession } from './session.ts'

/** Keeps the page on the server's time, so that a wrong clock on a phone cannot cost anybody a deadline. */
export function useServerClock(): void {
  const { now } = useSession()
  useEffect(() => setServerTime(new Date(now)), [now])
}
