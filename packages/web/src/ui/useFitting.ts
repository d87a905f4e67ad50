import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

interface Fitting {
  /** How many of the children stand in the first line. */
  count: number
  /** What is left free behind the last of them, in pixels. */
  unused: number
}

/**
 * What fits into the first line of a wrapping row; the other children are to be hidden and offered elsewhere.
 * `content` changes whenever the children take another width.
 */
export function useFitting<E extends HTMLElement>(content: string): { ref: RefObject<E | null> } & Fitting {
  const ref = useRef<E>(null)
  const [{ count, unused }, setFitting] = useState<Fitting>({ count: Number.POSITIVE_INFINITY, unused: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again for other children
  useLayoutEffect(() => {
    const row = ref.current
    if (!row) return
    const measure = () => setFitting(fittingOf(row))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(row)
    return () => observer.disconnect()
  }, [content])
  return { ref, count, unused }
}

function fittingOf(row: HTMLElement): Fitting {
  const boxes = Array.from(row.children, (child) => child.getBoundingClientRect())
  const wrapped = boxes.findIndex(({ top }) => top > (boxes[0]?.top ?? 0))
  const last = boxes[wrapped - 1]
  return last
    ? { count: wrapped, unused: Math.round(row.getBoundingClientRect().right - last.right) }
    : { count: boxes.length, unused: 0 }
}
