import { useSyncExternalStore } from 'react'

let isOpen = false
const listeners = new Set<() => void>()

/** Whether the ⌘K palette is open; the button, the shortcut and the phone's 查找 share it. */
export function usePalette() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isOpen,
  )
  return { shown, open: () => show(true), close: () => show(false) }
}

function show(next: boolean): void {
  isOpen = next
  for (const listener of listeners) listener()
}
