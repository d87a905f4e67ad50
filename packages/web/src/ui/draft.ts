/** Where drafts are kept; `localStorage` in the browser. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface Draft<T> {
  value: T
  savedAt: number
}

/** One draft per person and thing, so that a shared computer never shows one person's words to another. */
export function draftKey(owner: string, key: string): string {
  return `zhuowei.draft.${owner}.${key}`
}

/** The kept draft, or null when there is none or it cannot be read. Fields that the form has gained since keep their initial value. */
export function readDraft<T extends object>(store: DraftStore, key: string, initial: T): Draft<T> | null {
  const text = store.getItem(key)
  if (!text) return null
  try {
    const kept: unknown = JSON.parse(text)
    if (!isDraft(kept)) return null
    const known = Object.entries(kept.value).filter(([name]) => name in initial)
    return { value: { ...initial, ...Object.fromEntries(known) }, savedAt: kept.savedAt }
  } catch {
    return null // not written by this version; an unreadable draft is no draft
  }
}

/** False when the device refuses to keep it (storage full or closed), so that the form can say so. */
export function keepDraft<T extends object>(store: DraftStore, key: string, value: T, now: number): boolean {
  try {
    store.setItem(key, JSON.stringify({ value, savedAt: now }))
    return true
  } catch {
    return false
  }
}

/** The keys of everything that a person has not finished on this device. */
export function draftsOf(store: Listed, owner: string): string[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '')
  return keys.filter((key) => key.startsWith(draftKey(owner, '')))
}

export function dropDraftsOf(store: Listed & DraftStore, owner: string): void {
  for (const key of draftsOf(store, owner)) store.removeItem(key)
}

type Listed = Pick<Storage, 'length' | 'key'>

function isDraft(kept: unknown): kept is Draft<object> {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'savedAt' in kept &&
    typeof kept.savedAt === 'number' &&
    'value' in kept &&
    typeof kept.value === 'object' &&
    kept.value !== null
  )
}
