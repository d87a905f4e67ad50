import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { ComplaintRecord as Complaint, ComplaintEntry } from '@zhuowei/contract/complaints.ts'
import { isMet } from '@zhuowei/domain/calendar/deadline.ts'
import { lateness } from '@zhuowei/domain/calendar/wording.ts'
import { complaintAboutLabel, complaintCauseLabel } from '@zhuowei/domain/complaints/complaint.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import type { DotTone } from '../ui/Dot.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { CallBack } from './CallBack.tsx'
import styles from './complaints.module.css'
import { Dispatch } from './Dispatch.tsx'
import { DueSentence } from './DueText.tsx'
import { Handle } from './Handle.tsx'
import { ComplaintState, EscalatedTag, isEscalated, LevelTag, targetText, titleOf } from './words.tsx'

/** One complaint: what was said, its clocks, what this person does next, and everything done so far. */
export function ComplaintRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('complaints', 'get', { params: { id } }))
  if (!data && error instanceof ProblemError && error.problem.code === 'not_found') return <NotThere />
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={5} />
  return <Shown complaint={data} />
}

function Shown({ complaint }: { complaint: Complaint }) {
  const { number, level, cause, about, customer, complainant, content, assignee, can, log } = complaint
  return (
    <article className={styles.record}>
      <header>
        <h2>
          {titleOf(complaint)} <ComplaintState state={complaint.state} />
          {isEscalated(complaint) && <EscalatedTag forGm={complaint.forGm} />}
        </h2>
        <p className={styles.facts}>
          {number} <LevelTag level={level} /> <ClauseChip clause="六.5.1)" />
        </p>
      </header>
      <p className={styles.content}>{content}</p>
      <dl className={styles.fields}>
        <Fact label="投诉对象">
          {complaintAboutLabel[about]}：{targetText(complaint)}
        </Fact>
        <Fact label="原因">{complaintCauseLabel[cause]}</Fact>
        {customer && about !== 'customer' && (
          <Fact label="客户">
            <Link className="tappable" to="/customers/$customerId" params={{ customerId: customer.id }}>
              {customer.name}
            </Link>
          </Fact>
        )}
        {complainant && <Fact label="投诉人">{complainant}</Fact>}
        <Fact label="登记">
          {complaint.createdBy && `${complaint.createdBy.name}，`}
          <InstantText at={complaint.createdAt} />
        </Fact>
        <Fact label="首次回应">
          <Clock dueAt={complaint.responseDueAt} doneAt={complaint.respondedAt} />
        </Fact>
        <Fact label="解决">
          <Clock dueAt={complaint.solutionDueAt} doneAt={complaint.resolvedAt} />
        </Fact>
        <Fact label="处理人">{assignee?.name ?? (complaint.forGm ? '等总经理派单' : '等部门经理派单')}</Fact>
      </dl>
      {can.dispatch && <Dispatch complaint={complaint} />}
      {can.handle && assignee && <Handle complaint={complaint} />}
      {can.callBack && <CallBack complaint={complaint} />}
      <section>
        <h3>处理经过</h3>
        <Timeline
          items={[
            {
              key: 'recorded',
              tone: 'grey',
              title: ['登记', complaint.createdBy?.name].filter(Boolean).join('，'),
              when: <InstantText at={complaint.createdAt} />,
            },
            ...log.map(({ id, kind, body, at, by }) => ({
              key: id,
              tone: entryTone[kind],
              title: `${entryLabel(kind, complaint)}，${by?.name ?? '到期'}`,
              when: <InstantText at={at} />,
              text: body,
            })),
          ]}
        />
      </section>
    </article>
  )
}

/** An address of somebody else's complaint, or a wrong one: whether it exists is not said. */
function NotThere() {
  return (
    <EmptyState
      title="这里没有您可以看的投诉"
      note="可能已派给别人，或地址不对。"
      action={<Link to="/complaints">看投诉列表</Link>}
    />
  )
}

const entryLabel = (kind: ComplaintEntry['kind'], { forGm }: Complaint) =>
  kind === 'escalation' && forGm ? '逾期' : entryLabels[kind]

const entryLabels: Record<ComplaintEntry['kind'], string> = {
  dispatch: '派单',
  returned: '退回派单',
  vacated: '处理人离职',
  handling: '处理',
  solution: '已解决',
  satisfied: '回访满意',
  unsatisfied: '回访不满意',
  escalation: '升级到总经理',
}

const entryTone: Record<ComplaintEntry['kind'], DotTone> = {
  dispatch: 'grey',
  returned: 'grey',
  vacated: 'grey',
  handling: 'brand',
  solution: 'brand',
  satisfied: 'green',
  unsatisfied: 'red',
  escalation: 'red',
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Clock({ dueAt, doneAt }: { dueAt: string; doneAt: string | null }) {
  if (!doneAt) return <DueSentence dueAt={dueAt} />
  const due = new Date(dueAt)
  const done = new Date(doneAt)
  if (isMet(due, done)) return <InstantText at={doneAt} />
  return (
    <span className={styles.due} data-urgency="red">
      <InstantText at={doneAt} />
      ，迟 {lateness(done, due)}
    </span>
  )
}
