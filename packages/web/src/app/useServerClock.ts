import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { setServerTime } from '../ui/clock.ts'
import { sessionQuery } from './session.ts'

/** Keeps the page on the server's time, so that a wrong clock on a phone cannot cost anybody a deadline. */
export function useServerClock(): void {
  const { data, dataUpdatedAt } = useSuspenseQuery(sessionQuery)
  useEffect(() => setServerTime(new Date(data.now), dataUpdatedAt), [data.now, dataUpdatedAt])
}
