const storageKey = 'zhuowei.username'

/** Who signed in on this device last, so that the name need not be typed again. */
export const lastUsername = (): string => localStorage.getItem(storageKey) ?? ''

export function rememberUsername(username: string): void {
  try {
    localStorage.setItem(storageKey, username)
  } catch {
    // A full or closed storage costs only the typing.
  }
}
