import { Drawer } from 'antd'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import styles from './StoryPopover.module.css'

interface StoryPopoverProps {
  /** The scrolling frame that holds the cells. */
  frame: RefObject<HTMLElement | null>
  onClose: () => void
  children: ReactNode
}

const width = 388

/** The story beside its cell, below or above as there is room; a sheet from the bottom on the phone. */
export function StoryPopover({ frame, onClose, children }: StoryPopoverProps) {
  const phone = usePhone()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useShortcuts({ Escape: onClose })
  useLayoutEffect(() => {
    const selected = frame.current?.querySelector('[data-selected="true"]')
    if (!selected || phone) return
    selected.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const at = selected.getBoundingClientRect()
    const height = box.current?.offsetHeight ?? 320
    const below = at.bottom + 10 + height < window.innerHeight
    setPlace({
      left: Math.max(12, Math.min(at.left + at.width / 2 - width / 2, window.innerWidth - width - 12)),
      top: below
        ? at.bottom + 10
        : Math.max(12, Math.min(at.top - height - 10, window.innerHeight - height - 12)),
    })
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
      <Drawer open placement="bottom" size="auto" onClose={onClose} title="这一天">
        {children}
      </Drawer>
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
