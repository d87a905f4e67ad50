import { useQuery } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { OpenedDaily, Report, RevisedContent } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { contentOf, draftOf, factKey, hasFact, withFact, withKeysOf } from './daily-draft.ts'
import { FactChoice } from './FactChoice.tsx'
import { LineRows } from './LineRows.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { conflictsOf, decidedWords, type MergedWords, mergeWords, type Words } from './merge-drafts.ts'
import { missingIn } from './missing.ts'
import { otherVersion } from './other-version.ts'
import styles from './ReviseReport.module.css'

interface ReviseReportProps {
  report: Report
  onClose: () => void
}

/** A later edit of a submitted report: saved at once as a new version, with what the system has learned of the day since. */
export function ReviseReport({ report, onClose }: ReviseReportProps) {
  const { data: opened, error } = useQuery(read('reports', 'openDaily', { params: { date: report.date } }))
  // Without the day's facts the report can be revised all the same.
  if (!opened && !error) return <ListSkeleton rows={6} />
  return <Revise report={report} facts={opened?.facts ?? []} onClose={onClose} />
}

interface Other {
  merged: MergedWords
  theirs: Words & { version: number }
}

function Revise({ report, facts, onClose }: ReviseReportProps & { facts: OpenedDaily['facts'] }) {
  const { person } = useSession()
  const base = wordsOf(report)
  const initial = { ...draftOf(report), version: report.version, base }
  const kept = useDraft({ owner: person.id, key: `revise-${report.id}` }, initial)
  const draft = kept.value
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(() => notNews(facts))
  const [other, setOther] = useState<Other | null>(null)
  const offered = facts.filter((fact) => !hasFact(draft, fact))
  const ticked = offered.filter((fact) => !unticked.has(factKey(fact)))
  const said = ticked.reduce(withFact, draft)
  const { description, result, issue } = contentOf(said)
  const issueId = useId()
  const takeOver = (theirs: Other['theirs'], words: Words): RevisedContent => {
    const next = { ...draft, ...draftOf(words), version: theirs.version, base: wordsOf(theirs) }
    kept.setValue(() => ({ ...next, ...withKeysOf(next, draft) }))
    setOther(null)
    return { version: theirs.version, ...words }
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
  const send = (body: RevisedContent) =>
    save.mutate(body, {
      onError: (error) => {
        const theirs = otherVersion(error)
        if (!theirs) return
        const merged = mergeWords(draft.base, wordsOf(body), theirs)
        if (conflictsOf(merged).length > 0) setOther({ merged, theirs })
        else send(takeOver(theirs, decidedWords(merged, {})))
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
        title={`修改 ${report.date.slice(5)} ${report.subject}`}
        note="另存为新版本，不改变按时与否"
        extra={<DraftNote savedAt={kept.savedAt} unkept={kept.unkept} />}
      >
        <div className={styles.boxes}>
          <h3>
            {reportFields.description} <span>{report.prompts.description}</span>
          </h3>
          <LineRows
            rows={draft.description}
            onChange={(rows) => change({ description: rows })}
            label={reportFields.description}
            checks
            invalid={errorOf('description') !== undefined}
          />
          <h3>
            {reportFields.result} <span>{report.prompts.result}</span>
          </h3>
          <LineRows
            rows={draft.result}
            onChange={(rows) => change({ result: rows })}
            label={reportFields.result}
            invalid={errorOf('result') !== undefined}
          />
          <h3>
            <label htmlFor={issueId}>存在问题及计划</label>
          </h3>
          <Input.TextArea
            id={issueId}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.issue}
            maxLength={4000}
            onChange={({ target }) => change({ issue: target.value })}
          />
          {errors.length > 0 && <p className={styles.error}>{errors[0]?.message}</p>}
        </div>
      </Panel>
      <SubmitBar
        label={ticked.length > 0 ? `补进 ${ticked.length} 条，保存为新版本` : '保存为新版本'}
        onSubmit={() => send({ version: draft.version, description, result, issue })}
        submitting={save.isPending}
        missing={missingIn(said, false) ?? undefined}
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
        <MergeDialog merged={other.merged} onDecide={(words) => send(takeOver(other.theirs, words))} />
      )}
    </>
  )
}

const wordsOf = ({ description, result, issue }: Words): Words => ({ description, result, issue })

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return next
}

/** What the author had before him and left out is offered, not ticked. */
const notNews = (facts: OpenedDaily['facts']) => new Set(facts.filter(({ news }) => !news).map(factKey))
