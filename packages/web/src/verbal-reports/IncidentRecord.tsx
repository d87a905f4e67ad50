import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { IncidentRecord as Incident } from '@zhuowei/contract/verbal-reports.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { ReportChoice } from './ReportChoice.tsx'
import styles from './verbal-reports.module.css'
import { changedByReport, ReportState, Verdict } from './words.tsx'

/** What happened, which report answers to it, and what follows from both. */
export function IncidentRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('incidents', 'get', { params: { id } }))
  if (!data && error instanceof ProblemError && error.problem.code === 'not_found')
    return (
      <EmptyState
        title="这里没有您可以看的事件"
        action={<Link to="/verbal-reports/incidents">看问题事件</Link>}
      />
    )
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={5} />
  return <Shown incident={data} />
}

function Shown({ incident }: { incident: Incident }) {
  const { person, occurredAt, content, customer, liability, verbalReport, createdBy, createdAt, can } =
    incident
  const [linking, setLinking] = useState(false)
  return (
    <article className={styles.record}>
      <header>
        <h2>{person.name}的问题事件</h2>
        <p className={styles.facts}>
          <InstantText at={occurredAt} /> 发生
        </p>
      </header>
      <p className={styles.words}>{content}</p>
      <section>
        <h3>责任依据</h3>
        <div className={styles.ground}>
          <strong>
            <Verdict verdict={liability.verdict} />
          </strong>
          {liability.reason} <ClauseChip clause={liability.clause} />
          <small>只作依据，不自动处理</small>
        </div>
      </section>
      <section>
        <h3>对应的口头汇报</h3>
        {verbalReport ? (
          <p>
            {verbalReport.topic} <ReportState state={verbalReport.state} />
            <br />
            <small className={styles.note}>
              <InstantText at={verbalReport.occurredAt} /> 汇报，
              <InstantText at={verbalReport.loggedAt} /> 登记
            </small>
          </p>
        ) : (
          <p className={styles.note}>没有</p>
        )}
        {can.link && <Button onClick={() => setLinking(true)}>改选</Button>}
      </section>
      <dl className={styles.fields}>
        {customer && (
          <div>
            <dt>客户</dt>
            <dd>
              <PathLink path={`/customers/${customer.id}`}>{customer.name}</PathLink>
            </dd>
          </div>
        )}
        <div>
          <dt>登记</dt>
          <dd>
            {createdBy.name}，<InstantText at={createdAt} />
          </dd>
        </div>
      </dl>
      {linking && <LinkReport incident={incident} onClose={() => setLinking(false)} />}
    </article>
  )
}

/** Another report, or none; the reason stays in the audit. */
function LinkReport({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { id, version, candidates, verbalReport } = incident
  const queryClient = useQueryClient()
  const { person } = useSession()
  const say = useUndo()
  const form = useProblemForm({
    initial: { verbalReportId: verbalReport?.id ?? null, reason: '' },
    draft: { owner: person.id, key: `incident-link-${id}` },
    send: (values, idempotencyKey) =>
      client.incidents.link({ params: { id }, body: { version, ...values }, idempotencyKey }),
    onDone: () => {
      for (const module of changedByReport) void queryClient.invalidateQueries({ queryKey: [module] })
      onClose()
      say({ text: '已改选，责任依据随之更新' })
    },
  })
  return (
    <FormDialog
      title="对应哪一次口头汇报"
      form={form}
      verb="保存"
      stale="这件事刚刚有变化，请关闭后看最新的再改。"
      onClose={onClose}
    >
      <FormField form={form} name="verbalReportId" label="口头汇报">
        {(control) => (
          <ReportChoice
            control={control}
            reports={candidates}
            onChange={(chosen) => form.set('verbalReportId', chosen)}
          />
        )}
      </FormField>
      <FormField form={form} name="reason" label="改动的理由" required>
        {(control) => (
          <Input {...control} maxLength={200} onChange={({ target }) => form.set('reason', target.value)} />
        )}
      </FormField>
    </FormDialog>
  )
}
