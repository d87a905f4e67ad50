import { useNavigate } from '@tanstack/react-router'
import { draftKey, keepDraft } from '../ui/draft.ts'
import { dropKept, type KeptVisit } from './outbox.ts'
import { visitDraftName } from './unfinished.ts'

/** Takes a kept visit back into the form, where what the server refused can be put right. */
export function useReopenKept(): (visit: KeptVisit) => void {
  const navigate = useNavigate()
  return (visit) => {
    const { customerId } = visit.body
    const { owner, key } = visitDraftName(visit.personId, customerId)
    const draft = { ...visit.draft, key: crypto.randomUUID() }
    if (!keepDraft(localStorage, draftKey(owner, key), draft, Date.parse(visit.keptAt))) return
    dropKept(visit.key)
    void navigate({ to: '/activities/new', search: { customerId, kind: visit.draft.kind } })
  }
}
