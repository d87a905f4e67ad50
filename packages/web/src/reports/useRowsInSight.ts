import { type RefObject, useEffect, useState } from 'react'

interface Span {
  from: number
  to: number
}

// Rows beyond the edge: enough for the arrow keys and for a quick turn of the wheel.
const beyond = 12

/**
 * Which rows of a long table are near the window: only these are drawn, the others keep their place as empty height. Every row
 * must be `height` high. It works in whatever box scrolls, because it looks where the body stands on the screen.
 */
export function useRowsInSight(body: RefObject<HTMLElement | null>, count: number, height: number): Span {
  const [span, setSpan] = useState<Span>({ from: 0, to: Math.min(count, 60) })
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const top = body.current?.getBoundingClientRect().top ?? 0
      const first = Math.floor(-top / height) - beyond
      const last = Math.ceil((window.innerHeight - top) / height) + beyond
      const next = { from: within(first, count), to: within(last, count) }
      // A few rows of movement draw nothing new; that keeps scrolling smooth.
      setSpan((before) => (isNear(before, next) ? before : next))
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    look()
    document.addEventListener('scroll', later, { capture: true, passive: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('scroll', later, { capture: true })
      window.removeEventListener('resize', later)
    }
  }, [body, count, height])
  return { from: Math.min(span.from, count), to: Math.min(span.to, count) }
}

const within = (row: number, count: number) => Math.max(0, Math.min(count, row))

function isNear(before: Span, next: Span): boolean {
  const step = beyond / 2
  return Math.abs(before.from - next.from) < step && Math.abs(before.to - next.to) < step
}
