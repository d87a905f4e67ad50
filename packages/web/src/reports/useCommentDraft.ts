import { useSession } from '../app/session.ts'
import { useDraft } from '../ui/useDraft.ts'

export interface CommentDraft {
  body: string
  setBody: (body: string) => void
  clear: () => void
}

/** What is being said about a report, kept until it is sent: looking at the next one loses nothing. */
export function useCommentDraft(reportId: string): CommentDraft {
  const { person } = useSession()
  const { value, setValue, clear } = useDraft({ owner: person.id, key: `comment-${reportId}` }, { body: '' })
  return {
    body: value.body,
    setBody: (body) => setValue(() => ({ body })),
    clear: () => clear({ body: '' }),
  }
}
