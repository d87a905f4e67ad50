import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import styles from './StoryPopover.module.css'

interface StoryPopoverProps {
  /** The scrolling frame that holds the cells. */
  frame: RefObject<HTMLElement | null>
  onClose: () => void
  /** What it is about, above the sheet of the phone. */
  title: string
  children: ReactNode
}

const width = 388

/** The story beside its cell, below or above as there is room; a sheet from the bottom on the phone. */
export function StoryPopover({ frame, onClose, title, children }: StoryPopoverProps) {
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useShortcuts({ Escape: onClose })
  // Opened by its address the map is drawn together with the story: its frame is known only after the layout.
  useEffect(() => {
    const story = box.current
    if (!story || phone) return
    frame.current
      ?.querySelector('[data-selected="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const settle = () => setPlace(placeBeside(frame.current, story.offsetHeight))
    settle()
    // The story grows when it has arrived, and again when a reason is written.
    const growth = new ResizeObserver(settle)
    growth.observe(story)
    return () => growth.disconnect()
  }, [frame, phone])
  useEffect(() => {
    if (phone) return
    const onPointer = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return
      if (!box.current?.contains(target) && !target.closest('[data-place]')) onClose()
    }
    document.addEventListener('pointerdown', onPointer)
    return () => document.removeEventListener('pointerdown', onPointer)
  }, [phone, onClose])
  if (phone)
    return (
      <Sheet open placement="bottom" size="auto" onClose={onClose} title={title}>
        {children}
      </Sheet>
    )
  return (
    <div
      ref={box}
      className={styles.popover}
      role="dialog"
      aria-label="这一格的来龙去脉"
      style={{ width, left: place?.left, top: place?.top, visibility: place ? 'visible' : 'hidden' }}
    >
      {children}
    </div>
  )
}

/** Below its cell, or above where there is no room; in the middle when the cell is not on the page. */
function placeBeside(frame: HTMLElement | null, height: number): { left: number; top: number } {
  const at = frame?.querySelector('[data-selected="true"]')?.getBoundingClientRect()
  const within = (place: number, length: number, room: number) =>
    Math.max(12, Math.min(place, room - length - 12))
  if (!at) return { left: within((window.innerWidth - width) / 2, width, window.innerWidth), top: 120 }
  const below = at.bottom + 10 + height < window.innerHeight
  return {
    left: within(at.left + at.width / 2 - width / 2, width, window.innerWidth),
    top: below ? at.bottom + 10 : within(at.top - height - 10, height, window.innerHeight),
  }
}
