import { type DraftStore, draftKey, readDraft } from '../ui/draft.ts'
import { blankDraft, isWorthKeeping } from './visit-draft.ts'

export interface UnfinishedVisit {
  customerId: string
  customerName: string
  savedAt: Date
}

const prefix = 'visit-of-'

/** The draft of one person at one customer. */
export function visitDraftName(personId: string, customerId: string) {
  return { owner: personId, key: `${prefix}${customerId}` }
}

/** Visits that a person began on this device and has not saved, the latest first. */
export function unfinishedVisits(store: DraftStore & Storage, personId: string): UnfinishedVisit[] {
  const start = draftKey(personId, prefix)
  const blank = blankDraft({ kind: 'visit', visitorId: personId, customerName: '' })
  return Object.keys(store)
    .filter((key) => key.startsWith(start))
    .flatMap((key) => {
      const draft = readDraft(store, key, blank)
      if (!draft || !isWorthKeeping(draft.value)) return []
      const { customerName } = draft.value
      return [{ customerId: key.slice(start.length), customerName, savedAt: new Date(draft.savedAt) }]
    })
    .sort((one, other) => other.savedAt.getTime() - one.savedAt.getTime())
}
