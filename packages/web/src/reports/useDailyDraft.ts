import { useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { OpenedDaily, Report } from '@zhuowei/contract/report-shapes.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '../app/client.ts'
import { draftKey, keepDraft, readDraft } from '../ui/draft.ts'
import { contentOf, type DailyDraft, draftOf } from './daily-draft.ts'

const pauseMs = 700

interface Unsent extends DailyDraft {
  version: number
}

/**
 * What is typed goes to the server after a short pause, one save at a time, so that a complete draft can file itself at its deadline.
 * What has not arrived yet is kept on this device.
 */
export function useDailyDraft(opened: OpenedDaily, owner: string, onSubmitted: (report: Report) => void) {
  const queryClient = useQueryClient()
  const params = { date: opened.date }
  const key = draftKey(owner, `daily-${opened.date}`)
  const [draft, setDraft] = useState<DailyDraft>(() => unsentDraft(key, opened) ?? draftOf(opened))
  const [saved, setSaved] = useState({
    version: opened.version,
    at: opened.savedAt ? new Date(opened.savedAt) : null,
    deadline: opened.deadline,
  })
  const [failure, setFailure] = useState<unknown>(null)
  const [submitting, setSubmitting] = useState(false)
  const work = useRef({ draft, version: opened.version, dirty: false, saving: null as Promise<void> | null })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    if (!now.dirty) return
    now.dirty = false
    now.saving = client.reports
      .saveDraft({ params: { date: opened.date }, body: { version: now.version, ...contentOf(now.draft) } })
      .then((reply) => {
        now.version = reply.version
        if (!now.dirty) localStorage.removeItem(key)
        setSaved({ version: reply.version, at: new Date(reply.savedAt), deadline: reply.deadline })
        setFailure(null)
      })
      .catch((error: unknown) => {
        now.dirty = true
        setFailure(error)
      })
      .finally(() => {
        now.saving = null
      })
    await now.saving
  }, [opened.date, key])

  const change = useCallback(
    (next: (before: DailyDraft) => DailyDraft) => {
      const changed = next(work.current.draft)
      work.current.draft = changed
      work.current.dirty = true
      setDraft(changed)
      keepDraft<Unsent>(localStorage, key, { ...changed, version: work.current.version }, Date.now())
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pauseMs)
    },
    [key, save],
  )

  useEffect(() => {
    const onHide = () => void save()
    window.addEventListener('pagehide', onHide)
    return () => {
      window.removeEventListener('pagehide', onHide)
      void save()
    }
  }, [save])

  const submit = async () => {
    if (submitting) return
    setSubmitting(true)
    clearTimeout(timer.current)
    const now = work.current
    if (now.saving) await now.saving
    try {
      const report = await client.reports.submit({
        params,
        body: { version: now.version, ...contentOf(now.draft) },
      })
      now.dirty = false
      localStorage.removeItem(key)
      setFailure(null)
      for (const module of ['reports', 'compliance', 'today'])
        void queryClient.invalidateQueries({ queryKey: [module] })
      onSubmitted(report)
    } catch (error) {
      setFailure(error)
    } finally {
      setSubmitting(false)
    }
  }

  /** After a conflict: goes on from what the server has, with the words that were chosen. */
  const resolve = (version: number, chosen: DailyDraft) => {
    work.current.version = version
    setFailure(null)
    change(() => chosen)
  }

  return {
    draft,
    change,
    saved,
    failure,
    refused: failure instanceof ProblemError ? failure.problem : null,
    submit: () => void submit(),
    submitting,
    resolve,
  }
}

/** What this device kept and the server never received; only while nobody has saved since. */
function unsentDraft(key: string, opened: OpenedDaily): DailyDraft | null {
  const kept = readDraft<Unsent>(localStorage, key, { ...draftOf(opened), version: -1 })
  if (!kept || kept.value.version !== opened.version) return null
  const { version: _, ...draft } = kept.value
  return { ...draft, ...rekeyed(draft) }
}

/** Keys of an earlier page load could meet those of this one. */
function rekeyed({ description, result }: DailyDraft) {
  const again = draftOf({ description, result, issue: null })
  return { description: again.description, result: again.result }
}
