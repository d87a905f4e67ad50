import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Report, RevisedContent } from '@zhuowei/contract/report-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { FactChoice } from './FactChoice.tsx'
import { needsOf } from './keepers.ts'
import { LineRows } from './LineRows.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { conflictsOf, decidedWords, type MergedWords, mergeWords } from './merge-drafts.ts'
import { missingInRevision } from './missing.ts'
import { otherVersion } from './other-version.ts'
import { titleOf } from './ReportBody.tsx'
import { RevisedBox } from './RevisedBox.tsx'
import styles from './ReviseReport.module.css'
import { boxesIn, reportWords } from './report-boxes.ts'
import {
  contentOf,
  draftOf,
  type Fact,
  factKey,
  hasFact,
  type Words,
  withFact,
  withKeysOf,
  wordsOf,
} from './report-draft.ts'
import { useReportFacts } from './useReportFacts.ts'

interface ReviseReportProps {
  report: Report
  onClose: () => void
}

/** A later edit of a submitted report: saved at once as a new version, with what the system has learned of its period since. */
export function ReviseReport({ report, onClose }: ReviseReportProps) {
  const { data: facts, isLoading } = useReportFacts(report)
  // Without the facts the report can be revised all the same.
  if (isLoading) return <ListSkeleton rows={6} />
  return <Revise report={report} facts={facts ?? []} onClose={onClose} />
}

interface Other {
  merged: MergedWords
  theirs: Words & { version: number }
}

function Revise({ report, facts, onClose }: ReviseReportProps & { facts: readonly Fact[] }) {
  const { person } = useSession()
  const base = wordsOf(reportWords(report))
  const initial = { ...draftOf(base), version: report.version, base }
  const kept = useDraft({ owner: person.id, key: `revise-${report.id}` }, initial)
  const draft = kept.value
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(() => notNews(facts))
  const [other, setOther] = useState<Other | null>(null)
  const offered = facts.filter((fact) => !hasFact(draft, fact))
  const ticked = offered.filter((fact) => !unticked.has(factKey(fact)))
  const said = ticked.reduce(withFact, draft)
  const bodyOf = (version: number, { description, result, issue, support }: Words): RevisedContent => ({
    ...{ version, description, result, issue },
    ...(report.weekly?.plan && { support: needsOf({ support }) }),
  })
  const takeOver = (theirs: Other['theirs'], words: Words): RevisedContent => {
    const next = { ...draft, ...draftOf(words), version: theirs.version, base: wordsOf(theirs) }
    kept.setValue(() => ({ ...next, ...withKeysOf(next, draft) }))
    setOther(null)
    return bodyOf(theirs.version, words)
  }
  const save = useCommand(
    (body: RevisedContent) => client.reports.revise({ params: { id: report.id }, body }),
    {
      changes: ['reports', 'today'],
      onDone: () => {
        kept.clear()
        onClose()
      },
    },
  )
  const send = (body: RevisedContent, words: Words) =>
    save.mutate(body, {
      onError: (error) => {
        const stored = otherVersion(error)
        if (!stored) return
        // What is asked for has numbers of its own, so the last save of it stands.
        const theirs = { ...wordsOf({ ...stored, support: words.support }), version: stored.version }
        const merged = mergeWords(draft.base, words, theirs)
        if (conflictsOf(merged).length > 0) return setOther({ merged, theirs })
        const decided = decidedWords(merged, {})
        send(takeOver(theirs, decided), decided)
      },
    })
  const errors = save.error instanceof ProblemError ? (save.error.problem.errors ?? []) : []
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message
  const change = (next: Partial<typeof draft>) => kept.setValue((before) => ({ ...before, ...next }))
  return (
    <>
      {save.error && errors.length === 0 && !otherVersion(save.error) && <RefusalBox error={save.error} />}
      {offered.length > 0 && (
        <FactChoice
          facts={offered}
          unticked={unticked}
          onToggle={(key) => setUnticked((before) => toggled(before, key))}
        />
      )}
      <Panel
        title={`修改 ${titleOf(report)}`}
        note="另存为新版本，不改变按时与否"
        extra={<DraftNote savedAt={kept.savedAt} unkept={kept.unkept} />}
      >
        <div className={styles.boxes}>
          {boxesIn(report).map((words) => (
            <RevisedBox
              key={words.box}
              words={words}
              kind={report.kind}
              draft={draft}
              onChange={change}
              errorOf={errorOf}
            />
          ))}
          {report.weekly?.plan && (
            <>
              <h3>需要支持和资源</h3>
              <LineRows
                rows={draft.support}
                onChange={(support) => change({ support })}
                label="需要支持和资源"
              />
            </>
          )}
          {errors.length > 0 && <p className={styles.error}>{errors[0]?.message}</p>}
        </div>
      </Panel>
      <SubmitBar
        label={ticked.length > 0 ? `补进 ${ticked.length} 条，保存为新版本` : '保存为新版本'}
        onSubmit={() => send(bodyOf(draft.version, contentOf(said)), contentOf(said))}
        submitting={save.isPending}
        missing={missingInRevision(report, said) ?? undefined}
        others={
          <Button
            onClick={() => {
              kept.clear(initial)
              onClose()
            }}
          >
            不改了
          </Button>
        }
      />
      {other && (
        <MergeDialog merged={other.merged} onDecide={(words) => send(takeOver(other.theirs, words), words)} />
      )}
    </>
  )
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

/** What the author had before him and left out is offered, not ticked. */
const notNews = (facts: readonly Fact[]) => new Set(facts.filter(({ news }) => !news).map(factKey))
