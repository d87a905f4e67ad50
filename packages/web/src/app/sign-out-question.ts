import { useSyncExternalStore } from 'react'

export interface Unfinished {
  drafts: number
  /** Saved without a network, not yet with the server. */
  unsent: number
}
export type Answer = 'keep' | 'drop' | 'stay'

let question: { about: Unfinished; answer: (answer: Answer) => void } | null = null
const listeners = new Set<() => void>()

export function askAboutDrafts(about: Unfinished): Promise<Answer> {
  return new Promise((resolve) =>
    show({
      about,
      answer: (answer) => {
        show(null)
        resolve(answer)
      },
    }),
  )
}

export function useSignOutQuestion() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => question,
  )
}

function show(next: typeof question): void {
  question = next
  for (const listener of listeners) listener()
}
