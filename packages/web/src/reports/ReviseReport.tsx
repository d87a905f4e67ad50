import { useQueryClient } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { contentOf, draftOf } from './daily-draft.ts'
import { LineRows } from './LineRows.tsx'
import { missingIn } from './missing.ts'
import styles from './ReviseReport.module.css'

/** A later edit of a submitted report: saved at once as a new version, never a draft. */
export function ReviseReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(report))
  const issueId = useId()
  const { description, result, issue } = contentOf(draft)
  const save = useCommand(
    () =>
      client.reports.revise({
        params: { id: report.id },
        body: { version: report.version, description, result, issue },
      }),
    { changes: ['reports'], onDone: onClose },
  )
  const errors = save.error instanceof ProblemError ? (save.error.problem.errors ?? []) : []
  const isConflict = save.error instanceof ProblemError && save.error.problem.code === 'version_conflict'
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message
  return (
    <>
      {save.error && errors.length === 0 && (
        <RefusalBox
          error={save.error}
          {...(isConflict && {
            reason: '这份日报刚在别处改过；重新打开后再改，您写的内容请先复制。',
            onRetry: () => void queryClient.invalidateQueries({ queryKey: ['reports'] }),
          })}
        />
      )}
      <Panel title={`修改${report.subject}`} note="另存为新版本，不改变按时与否">
        <div className={styles.boxes}>
          <h3>
            {reportFields.description} <span>{report.prompts.description}</span>
          </h3>
          <LineRows
            rows={draft.description}
            onChange={(rows) => setDraft({ ...draft, description: rows })}
            label={reportFields.description}
            checks
            invalid={errorOf('description') !== undefined}
          />
          <h3>
            {reportFields.result} <span>{report.prompts.result}</span>
          </h3>
          <LineRows
            rows={draft.result}
            onChange={(rows) => setDraft({ ...draft, result: rows })}
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
            onChange={({ target }) => setDraft({ ...draft, issue: target.value })}
          />
        </div>
      </Panel>
      <SubmitBar
        label="保存为新版本"
        onSubmit={() => save.mutate()}
        submitting={save.isPending}
        missing={missingIn(draft, false) ?? undefined}
        others={<Button onClick={onClose}>不改了</Button>}
      />
    </>
  )
}
