import { AsyncLocalStorage } from 'node:async_hooks'
import { v5, v7 } from 'uuid'

const replay = new AsyncLocalStorage<() => string>()

/** Time-ordered id (UUIDv7); made here because PostgreSQL below 18 has no uuidv7(). */
export const newId = (): string => replay.getStore()?.() ?? v7()

const namespace = 'b7e6c1f0-5a0e-4a55-9d43-2f6b8a1f7c11'

/** The same key always gives the same id; used by seeds so that two runs give the same division. */
export const stableId = (key: string): string => v5(key, namespace)

/** Runs a command whose new ids all follow from the key, so that a seed that calls commands gives the same rows each time. */
export function withStableIds<T>(key: string, work: () => Promise<T>): Promise<T> {
  let made = 0
  return replay.run(() => stableId(`${key}#${made++}`), work)
}
