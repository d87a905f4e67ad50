import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { DraftContent, OpenedDaily, Report } from '@zhuowei/contract/report-shapes.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../app/client.ts'
import { draftKey, keepDraft, readDraft } from '../ui/draft.ts'
import { contentOf, type DailyDraft, draftOf, withKeysOf } from './daily-draft.ts'
import { conflictsOf, type MergedWords, mergeWords, type Words } from './merge-drafts.ts'
import { otherVersion } from './other-version.ts'
import { isUnreached } from './unreached.ts'

const pauseMs = 700
const retryMs = 5000

/** What this device kept: the words, and the saved ones that they were written on from. */
interface Unsent extends DailyDraft {
  version: number
  base: Words
}

interface Work {
  draft: DailyDraft
  version: number
  base: Words
  dirty: boolean
  saving: Promise<void> | null
}

interface Other {
  merged: MergedWords
  theirs: Words & { version: number }
}

/**
 * What is typed goes to the server after a short pause, one save at a time, so that a complete draft can file itself at its deadline.
 * What has not arrived yet is kept on this device and sent again as soon as the server can be reached; what another window wrote
 * meanwhile is merged line by line.
 */
export function useDailyDraft(opened: OpenedDaily, owner: string, onSubmitted: (report: Report) => void) {
  const queryClient = useQueryClient()
  const { date } = opened
  const key = draftKey(owner, `daily-${date}`)
  const [begin] = useState(() => beginWith(key, opened))
  const [draft, setDraft] = useState(begin.draft)
  const [saved, setSaved] = useState({
    version: opened.version,
    at: opened.savedAt ? new Date(opened.savedAt) : null,
    deadline: opened.deadline,
  })
  const [failure, setFailure] = useState<unknown>(null)
  const [unsaved, setUnsaved] = useState(false)
  const [other, setOther] = useState<Other | null>(begin.other)
  const [submitting, setSubmitting] = useState(false)
  const work = useRef<Work>({
    draft: begin.draft,
    version: opened.version,
    base: wordsOf(opened),
    dirty: begin.restored,
    saving: null,
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // As mutations, so that an expired session is noticed as everywhere.
  const { mutateAsync: send } = useMutation({
    mutationFn: (body: DraftContent) => client.reports.saveDraft({ params: { date }, body }),
    networkMode: 'always',
  })
  const { mutateAsync: file } = useMutation({
    mutationFn: (body: DraftContent) => client.reports.submit({ params: { date }, body }),
    networkMode: 'always',
  })

  const put = useCallback(
    (changed: DailyDraft) => {
      const now = work.current
      now.draft = changed
      now.dirty = true
      setDraft(changed)
      const { version, base } = now
      keepDraft<Unsent>(localStorage, key, { ...changed, version, base }, Date.now())
    },
    [key],
  )

  /** Goes on from what the server has, with the words that were chosen. */
  const takeOver = useCallback(
    (theirs: Other['theirs'], words: Words) => {
      const now = work.current
      now.version = theirs.version
      now.base = wordsOf(theirs)
      put(withKeysOf({ ...now.draft, ...draftOf(words), ...reasonOf(now.draft) }, now.draft))
      setOther(null)
      setFailure(null)
    },
    [put],
  )

  /** True when the failure is another window's save and its words could be taken in without a question. */
  const settle = useCallback(
    (error: unknown): boolean => {
      const theirs = otherVersion(error)
      setUnsaved(isUnreached(error))
      setFailure(isUnreached(error) || theirs ? null : error)
      if (!theirs) return false
      const now = work.current
      const merged = mergeWords(now.base, wordsOf(contentOf(now.draft)), theirs)
      if (conflictsOf(merged).length > 0) setOther({ merged, theirs })
      else takeOver(theirs, plainWords(merged))
      return conflictsOf(merged).length === 0
    },
    [takeOver],
  )

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    if (!now.dirty) return
    now.dirty = false
    const content = contentOf(now.draft)
    now.saving = send({ version: now.version, ...content })
      .then((reply) => {
        now.version = reply.version
        now.base = wordsOf(content)
        if (!now.dirty) localStorage.removeItem(key)
        setSaved({ version: reply.version, at: new Date(reply.savedAt), deadline: reply.deadline })
        setUnsaved(false)
        setFailure(null)
      })
      .catch((error: unknown) => {
        now.dirty = true
        if (settle(error)) timer.current = setTimeout(save, 0)
      })
      .finally(() => {
        now.saving = null
      })
    await now.saving
  }, [key, send, settle])

  const change = useCallback(
    (next: (before: DailyDraft) => DailyDraft) => {
      put(next(work.current.draft))
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pauseMs)
    },
    [put, save],
  )

  useEffect(() => {
    const onHide = () => void save()
    if (work.current.dirty) onHide()
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      void save()
    }
  }, [save])

  // The server may be back: at once when the browser says so, otherwise before long.
  useEffect(() => {
    if (!unsaved) return
    const again = () => void save()
    const retry = setInterval(again, retryMs)
    window.addEventListener('online', again)
    return () => {
      clearInterval(retry)
      window.removeEventListener('online', again)
    }
  }, [unsaved, save])

  const submit = async (said?: DailyDraft) => {
    if (submitting) return
    setSubmitting(true)
    if (said) put(said)
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    try {
      const report = await file({ version: now.version, ...contentOf(now.draft) })
      now.dirty = false
      localStorage.removeItem(key)
      setFailure(null)
      for (const module of ['reports', 'compliance', 'today', 'notifications', 'activities'])
        void queryClient.invalidateQueries({ queryKey: [module] })
      onSubmitted(report)
    } catch (error) {
      settle(error)
    } finally {
      setSubmitting(false)
    }
  }

  return {
    draft,
    change,
    saved,
    failure,
    /** What is typed is on this device only. */
    unsaved,
    refused: failure instanceof ProblemError ? failure.problem : null,
    submit: (said?: DailyDraft) => void submit(said),
    submitting,
    other: other?.merged ?? null,
    decide: (words: Words) => {
      if (other) takeOver(other.theirs, words)
      void save()
    },
  }
}

/** What this device kept and the server never received, merged with what was saved elsewhere since. */
function beginWith(
  key: string,
  opened: OpenedDaily,
): { draft: DailyDraft; other: Other | null; restored: boolean } {
  const base = wordsOf(opened)
  const kept = readDraft<Unsent>(localStorage, key, { ...draftOf(opened), version: -1, base })
  if (!kept) return { draft: draftOf(opened), other: null, restored: false }
  const { version, base: before, ...typed } = kept.value
  // Keys of an earlier page load could meet those of this one.
  const draft = { ...typed, ...rows(draftOf(wordsOf(contentOf(typed)))) }
  if (version === opened.version) return { draft, other: null, restored: true }
  const merged = mergeWords(before, wordsOf(contentOf(typed)), base)
  if (conflictsOf(merged).length === 0)
    return {
      draft: { ...draft, ...draftOf(plainWords(merged)), ...reasonOf(draft) },
      other: null,
      restored: true,
    }
  return { draft, other: { merged, theirs: { ...base, version: opened.version } }, restored: false }
}

const wordsOf = ({ description, result, issue }: Words): Words => ({ description, result, issue })

const rows = ({ description, result }: DailyDraft) => ({ description, result })

const reasonOf = ({ specialReasonKind, specialReason }: DailyDraft) => ({ specialReasonKind, specialReason })

/** The words of a merge in which nothing has to be decided. */
const plainWords = (merged: MergedWords): Words => ({
  description: merged.description.flatMap((one) => ('line' in one ? [one.line] : [])),
  result: merged.result.flatMap((one) => ('line' in one ? [one.line] : [])),
  issue: 'value' in merged.issue ? merged.issue.value : null,
})
