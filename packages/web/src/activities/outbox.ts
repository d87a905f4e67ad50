import { ProblemError } from '@zhuowei/contract/client.ts'
import { useSyncExternalStore } from 'react'
import type { VisitBody, VisitDraft } from './visit-draft.ts'

/** A visit that was saved without a network: complete, waiting on this device to be sent. */
export interface KeptVisit {
  /** The server applies each key once, so that sending again after a lost answer records nothing twice. */
  key: string
  personId: string
  customerName: string
  keptAt: string
  body: VisitBody
  /** To open the form again when the server refuses what was kept. */
  draft: VisitDraft
  /** The server's sentence; a refused visit waits for the person, not for the network. */
  refusal: string | null
}

export type Send = (visit: KeptVisit) => Promise<unknown>

/** Whether the request perhaps never arrived: then it is sent again later, with the same key. */
export function isUnreached(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true
  return ['network', 'not_ready', 'busy', 'too_many_requests'].includes(error.problem.code)
}

const storageKey = 'zhuowei.visits.kept'
const listeners = new Set<() => void>()
let cached: { text: string | null; visits: readonly KeptVisit[] } = { text: null, visits: [] }

export function useKeptVisits(personId: string): readonly KeptVisit[] {
  const all = useSyncExternalStore(subscribe, readKept)
  return all.filter((visit) => visit.personId === personId)
}

export function keepVisit(visit: KeptVisit): void {
  write([...readKept().filter(({ key }) => key !== visit.key), visit])
}

export function dropKept(key: string): void {
  write(readKept().filter((visit) => visit.key !== key))
}

export function readKept(): readonly KeptVisit[] {
  const text = localStorage.getItem(storageKey)
  // Checked border: only `write` below fills this key.
  if (text !== cached.text) cached = { text, visits: text ? (JSON.parse(text) as KeptVisit[]) : [] }
  return cached.visits
}

/**
 * Sends what one person has kept, the oldest first, and returns what arrived. The first that cannot be delivered ends the round; a
 * refusal is written beside its visit; an expired session leaves everything as it is until the person has signed in again.
 */
export async function sendKept(personId: string, send: Send): Promise<KeptVisit[]> {
  const sent: KeptVisit[] = []
  for (const visit of readKept()) {
    if (visit.personId !== personId || visit.refusal !== null) continue
    try {
      await send(visit)
    } catch (error) {
      if (isUnreached(error) || !(error instanceof ProblemError) || error.problem.status === 401) break
      // A failure of the server is nothing that the person could put right; the visit waits for the next round.
      if (error.problem.status < 500) keepVisit({ ...visit, refusal: sentenceOf(error) })
      continue
    }
    dropKept(visit.key)
    sent.push(visit)
  }
  return sent
}

function sentenceOf({ problem }: ProblemError): string {
  return problem.errors?.map(({ message }) => message).join('；') || (problem.detail ?? problem.title)
}

function write(visits: readonly KeptVisit[]): void {
  localStorage.setItem(storageKey, JSON.stringify(visits))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
