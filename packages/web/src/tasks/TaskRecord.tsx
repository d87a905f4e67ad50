import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { TaskRecord as Task, TaskEntry } from '@zhuowei/contract/tasks.ts'
import { reportFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { taskKindLabel } from '@zhuowei/domain/tasks/task.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { PathLink } from '../app/PathLink.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import type { DotTone } from '../ui/Dot.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { Accept } from './Accept.tsx'
import { Finish } from './Finish.tsx'
import { Keep } from './Keep.tsx'
import styles from './tasks.module.css'
import { TaskDue, TaskState } from './words.tsx'

/** One task: what is asked, until when, what this person does next, and everything that happened to it. */
export function TaskRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('tasks', 'get', { params: { id } }))
  if (!data && error instanceof ProblemError && error.problem.code === 'not_found')
    return (
      <EmptyState
        title="没有这一条，或不在您的范围内"
        note="可能已转给别人，或地址不对。"
        action={<Link to="/tasks">看任务列表</Link>}
      />
    )
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={5} />
  return <Shown task={data} />
}

function Shown({ task }: { task: Task }) {
  const { kind, subject, description, state, owner, assigner, customer, source, result, can, log } = task
  const isClosed = task.closedAt !== null
  return (
    <article className={styles.record}>
      <header>
        <h2>
          {subject} <TaskState state={state} />
        </h2>
        <p className={styles.facts}>
          {taskKindLabel[kind]} <TaskDue dueAt={task.dueAt} closed={isClosed || state === 'reported'} />
          {kind === 'assigned' && <ClauseChip clause="二.2.1)(15)" />}
        </p>
      </header>
      {source && (
        <blockquote className={styles.quote}>
          <small>
            <PathLink path={`/reports/${source.reportId}`}>
              {source.author} {source.date} {source.subject}
            </PathLink>
          </small>
          {source.quote}
        </blockquote>
      )}
      {description && <p className={styles.words}>{description}</p>}
      <dl className={styles.fields}>
        {kind === 'assigned' && <Fact label="责任人">{owner.name}</Fact>}
        {assigner && <Fact label="交办人">{assigner.name}</Fact>}
        {customer && (
          <Fact label="客户">
            <PathLink path={`/customers/${customer.id}`}>{customer.name}</PathLink>
          </Fact>
        )}
        {result && <Fact label={reportFields.result}>{result}</Fact>}
        {kind === 'general' && (
          <Fact label="记下">
            <InstantText at={task.createdAt} />
          </Fact>
        )}
      </dl>
      {can.accept && <Accept task={task} />}
      {(can.feedback || can.complete) && <Finish task={task} />}
      {(can.change || can.cancel || can.reopen) && <Keep task={task} />}
      {log.length > 0 && (
        <section>
          <h3>经过</h3>
          <Timeline
            items={log.map(({ id, kind: what, body, at, by }) => ({
              key: id,
              tone: entryTone[what],
              title: `${entryLabel[what]}，${by.name}`,
              when: <InstantText at={at} />,
              ...(what !== 'accepted' && { text: body }),
            }))}
          />
        </section>
      )}
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const entryLabel: Record<TaskEntry['kind'], string> = {
  assigned: '交办',
  changed: '修改',
  feedback: '反馈',
  accepted: '验收',
  returned: '退回',
  cancelled: '取消',
}

const entryTone: Record<TaskEntry['kind'], DotTone> = {
  assigned: 'grey',
  changed: 'grey',
  feedback: 'brand',
  accepted: 'green',
  returned: 'red',
  cancelled: 'grey',
}
