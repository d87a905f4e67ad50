import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import type { Session } from './session.ts'

const storageKey = 'zhuowei.session'
// Long enough for a weekend in the field; then the server has to say again who this is.
const longestMs = 3 * 24 * 60 * 60_000

type Kept = Pick<Storage, 'getItem' | 'setItem'>

interface Remembered {
  session: Session
  at: number
}

/** Who was signed in here last and with which rights, so that the application opens without a network. No secret is in it. */
export function rememberSession(session: Session, storage: Kept = localStorage, at = Date.now()): void {
  try {
    storage.setItem(storageKey, JSON.stringify({ session, at } satisfies Remembered))
  } catch {
    // A full or closed storage costs only the start without a network.
  }
}

export function forgetSession(): void {
  localStorage.removeItem(storageKey)
}

/** The same session with the server's clock as far on as this device's, or null when it is too long ago. */
export function recallSession(storage: Kept = localStorage, at = Date.now()): Session | null {
  const text = storage.getItem(storageKey)
  if (!text) return null
  const remembered = JSON.parse(text) as Remembered // only `rememberSession` fills this key
  const passed = at - remembered.at
  if (passed < 0 || passed > longestMs) return null
  const now = new Date(new Date(remembered.session.now).getTime() + passed)
  // An instant of the contract is such a text.
  return { ...remembered.session, now: now.toISOString() as Session['now'], today: shanghaiDate(now) }
}
