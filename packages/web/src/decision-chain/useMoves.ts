import { useEffect, useRef, useState } from 'react'
import type { Moved } from './map-layout.ts'

const waitMs = 600

/** Moves are kept together for a moment: an arrow key moves a card many times. */
export function useMoves(onMove: (moved: Moved[]) => void) {
  const latest = useRef(onMove)
  latest.current = onMove
  const waiting = useRef(new Map<string, { x: number; y: number }>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [save] = useState(() => (id: string, place: { x: number; y: number }) => {
    waiting.current.set(id, place)
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, waitMs)
  })
  function flush() {
    const placed = [...waiting.current].map(([contactId, { x, y }]) => ({ contactId, x, y: Math.max(0, y) }))
    waiting.current.clear()
    if (placed.length > 0) latest.current(placed)
  }
  // Leaving the page saves what still waits.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the map goes away
  useEffect(() => flush, [])
  return { save, waiting: waiting.current }
}
