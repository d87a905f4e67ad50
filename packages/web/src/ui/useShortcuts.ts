import { useEffect, useRef } from 'react'
import { isComposing, isTypingPlace } from './ime.ts'
import { isShortcut } from './shortcut.ts'

/**
 * Keys of a page: `useShortcuts({ 'mod+K': open, J: next })`. They never fire while an input method composes; without ⌘/Ctrl they
 * never fire where a person types, nor behind an open dialog.
 */
export function useShortcuts(shortcuts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      const hit = Object.entries(latest.current).find(([shortcut]) => isShortcut(event, shortcut))
      if (!hit) return
      const [shortcut, act] = hit
      if (!shortcut.includes('mod') && (isTypingPlace(event.target) || isDialogOpen())) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [role=dialog][aria-modal=true]') !== null
}
