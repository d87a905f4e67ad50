import { useSyncExternalStore } from 'react'

export type Appearance = 'auto' | 'light' | 'dark'

const storageKey = 'zhuowei.appearance'
const listeners = new Set<() => void>()
const systemDark = matchMedia('(prefers-color-scheme: dark)')

systemDark.addEventListener('change', apply)

/** The person's choice of light, dark or the system's, remembered on this device, and what it means now. */
export function useAppearance(): { appearance: Appearance; dark: boolean } {
  const appearance = useSyncExternalStore(subscribe, chosen)
  const dark = useSyncExternalStore(subscribe, isDark)
  return { appearance, dark }
}

export function chooseAppearance(appearance: Appearance): void {
  if (appearance === 'auto') localStorage.removeItem(storageKey)
  else localStorage.setItem(storageKey, appearance)
  apply()
}

function apply(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light'
  document.documentElement.style.colorScheme = isDark() ? 'dark' : 'light'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function chosen(): Appearance {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'dark' ? stored : 'auto'
}

function isDark(): boolean {
  const appearance = chosen()
  return appearance === 'dark' || (appearance === 'auto' && systemDark.matches)
}
