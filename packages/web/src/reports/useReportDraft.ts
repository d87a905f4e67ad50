import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { OpenedDaily } from '@zhuowei/contract/report-shapes.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { reloadModules } from '../app/reload.ts'
import { draftKey, keepDraft, readDraft } from '../ui/draft.ts'
import { conflictsOf, decidedWords, type MergedWords, mergeWords } from './merge-drafts.ts'
import {
  contentOf,
  draftOf,
  type Kept,
  type ReportDraft,
  type Words,
  withKeysOf,
  wordsOf,
} from './report-draft.ts'
import { isUnreached } from './unreached.ts'

const pauseMs = 700
const retryMs = 5000

/** Which versions of the records a draft was written on from; `next` is that of the next week's plan. */
export interface Versions {
  own: number
  next: number
}

/** What the server has of a report that is being written. */
export type Stored = Kept & { versions: Versions }

export type Sent = ReturnType<typeof contentOf> & { versions: Versions }

export interface SavedDraft {
  versions: Versions
  at: Date
  deadline: OpenedDaily['deadline']
}

/** How a kind of report is kept and filed. */
export interface Keeper<R> {
  /** `daily-2026-11-20`: what this device keeps it under. */
  name: string
  stored: Stored
  savedAt: Date | null
  deadline: OpenedDaily['deadline']
  save: (sent: Sent) => Promise<SavedDraft>
  file: (sent: Sent) => Promise<R>
  /** What another window or the phone has saved meanwhile. */
  again: () => Promise<Stored>
}

/** What this device kept: the words, and the saved ones that they were written on from. */
interface Unsent extends ReportDraft {
  versions: Versions
  base: Words
}

interface Work {
  draft: ReportDraft
  versions: Versions
  base: Words
  dirty: boolean
  saving: Promise<void> | null
}

interface Other {
  merged: MergedWords
  theirs: Stored
}

/**
 * What is typed goes to the server after a short pause, one save at a time, so that a complete draft can file itself at its deadline.
 * What has not arrived yet is kept on this device and sent again as soon as the server can be reached; what another window wrote
 * meanwhile is merged line by line.
 */
export function useReportDraft<R>(keeper: Keeper<R>, owner: string, onSubmitted: (reply: R) => void) {
  const queryClient = useQueryClient()
  const key = draftKey(owner, keeper.name)
  const [begin] = useState(() => beginWith(key, keeper.stored))
  const [draft, setDraft] = useState(begin.draft)
  const [saved, setSaved] = useState({ at: keeper.savedAt, deadline: keeper.deadline })
  const [failure, setFailure] = useState<unknown>(null)
  const [unsaved, setUnsaved] = useState(false)
  const [other, setOther] = useState<Other | null>(begin.other)
  const [submitting, setSubmitting] = useState(false)
  const work = useRef<Work>({
    draft: begin.draft,
    versions: keeper.stored.versions,
    base: wordsOf(keeper.stored),
    dirty: begin.restored,
    saving: null,
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // As mutations, so that an expired session is noticed as everywhere.
  const { mutateAsync: send } = useMutation({ mutationFn: keeper.save, networkMode: 'always' })
  const { mutateAsync: file } = useMutation({ mutationFn: keeper.file, networkMode: 'always' })
  const { mutateAsync: lookAgain } = useMutation({ mutationFn: keeper.again, networkMode: 'always' })

  const put = useCallback(
    (changed: ReportDraft) => {
      const now = work.current
      now.draft = changed
      now.dirty = true
      setDraft(changed)
      const { versions, base } = now
      keepDraft<Unsent>(localStorage, key, { ...changed, versions, base }, Date.now())
    },
    [key],
  )

  /** Goes on from what the server has, with the words that were chosen. */
  const takeOver = useCallback(
    (theirs: Stored, words: Words) => {
      const now = work.current
      now.versions = theirs.versions
      now.base = wordsOf(theirs)
      put(withKeysOf({ ...now.draft, ...draftOf(words), ...reasonOf(now.draft) }, now.draft))
      setOther(null)
      setFailure(null)
    },
    [put],
  )

  /** True when the failure is another window's save and its words could be taken in without a question. */
  const settle = useCallback(
    async (error: unknown): Promise<boolean> => {
      const theirs = isConflict(error) ? await lookAgain().catch(() => null) : null
      setUnsaved(isUnreached(error))
      setFailure(isUnreached(error) || theirs ? null : error)
      if (!theirs) return false
      const now = work.current
      const merged = mergeWords(now.base, wordsOf(contentOf(now.draft)), wordsOf(theirs))
      if (conflictsOf(merged).length > 0) setOther({ merged, theirs })
      else takeOver(theirs, decidedWords(merged, {}))
      return conflictsOf(merged).length === 0
    },
    [lookAgain, takeOver],
  )

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    if (!now.dirty) return
    now.dirty = false
    const content = contentOf(now.draft)
    now.saving = send({ versions: now.versions, ...content })
      .then((reply) => {
        now.versions = reply.versions
        now.base = wordsOf(content)
        if (!now.dirty) localStorage.removeItem(key)
        setSaved({ at: reply.at, deadline: reply.deadline })
        setUnsaved(false)
        setFailure(null)
      })
      .catch(async (error: unknown) => {
        now.dirty = true
        if (await settle(error)) timer.current = setTimeout(save, 0)
      })
      .finally(() => {
        now.saving = null
      })
    await now.saving
  }, [key, send, settle])

  const change = useCallback(
    (next: (before: ReportDraft) => ReportDraft) => {
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

  const submit = async (said?: ReportDraft) => {
    if (submitting) return
    setSubmitting(true)
    if (said) put(said)
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    try {
      const reply = await file({ versions: now.versions, ...contentOf(now.draft) })
      now.dirty = false
      localStorage.removeItem(key)
      setFailure(null)
      reloadModules(queryClient, ['reports', 'compliance', 'today', 'notifications', 'activities'])
      onSubmitted(reply)
    } catch (error) {
      await settle(error)
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
    submit: (said?: ReportDraft) => void submit(said),
    submitting,
    other: other?.merged ?? null,
    decide: (words: Words) => {
      if (other) takeOver(other.theirs, words)
      void save()
    },
  }
}

const isConflict = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'version_conflict'

/** What this device kept and the server never received, merged with what was saved elsewhere since. */
function beginWith(
  key: string,
  stored: Stored,
): { draft: ReportDraft; other: Other | null; restored: boolean } {
  const base = wordsOf(stored)
  const none: Unsent = { ...draftOf(stored), versions: { own: -1, next: -1 }, base }
  const kept = readDraft<Unsent>(localStorage, key, none)
  if (!kept) return { draft: draftOf(stored), other: null, restored: false }
  const { versions, base: before, ...typed } = kept.value
  const said = wordsOf(contentOf(typed))
  // Keys of an earlier page load could meet those of this one.
  const draft = { ...draftOf(said), ...reasonOf(typed) }
  if (versions.own === stored.versions.own && versions.next === stored.versions.next)
    return { draft, other: null, restored: true }
  const merged = mergeWords(wordsOf(before), said, base)
  if (conflictsOf(merged).length > 0) return { draft, other: { merged, theirs: stored }, restored: false }
  return { draft: { ...draftOf(decidedWords(merged, {})), ...reasonOf(typed) }, other: null, restored: true }
}

const reasonOf = ({ specialReasonKind, specialReason }: ReportDraft) => ({ specialReasonKind, specialReason })
