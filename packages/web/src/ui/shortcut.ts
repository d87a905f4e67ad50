interface KeyState {
  key: string
  metaKey: boolean
  ctrlKey: boolean
  altKey: boolean
  shiftKey: boolean
}

/** Whether a key event is the shortcut `mod+K`, `mod+Enter`, `J`, `?`; `mod` is ⌘ or Ctrl. */
export function isShortcut(event: KeyState, shortcut: string): boolean {
  const parts = shortcut.split('+')
  const key = parts.at(-1) ?? ''
  const mod = parts.includes('mod')
  if (mod !== (event.metaKey || event.ctrlKey) || event.altKey) return false
  if (parts.includes('shift') && !event.shiftKey) return false
  return event.key.toLowerCase() === key.toLowerCase()
}
