import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { CopyForPerson } from './CopyForPerson.tsx'
import { Decide } from './Decide.tsx'
import { Erase } from './Erase.tsx'
import { Proof } from './Proof.tsx'
import styles from './requests.module.css'
import { isOpen, RequestState, titleOf } from './words.tsx'

/** One request: who asked for what and when, what this person does next, and the proof of what was done. */
export function RequestRecord({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(read('personalRequests', 'get', { params: { id } }))
  if (!data && error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={4} />
  return <Shown request={data} />
}

function Shown({ request }: { request: PersonalRequest }) {
  const { number, division, customer, evidence, recordedBy, decidedBy, decidedAt, answer, can } = request
  return (
    <article className={styles.record}>
      <header>
        <h2>
          {titleOf(request)} <RequestState state={request.state} />
        </h2>
        <p className={styles.note}>{number}</p>
      </header>
      <dl className={styles.facts}>
        {customer ? (
          <Fact label="客户">
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'contacts' }}
            >
              {customer.name}
            </Link>
          </Fact>
        ) : (
          <Fact label="事业部">{division.name}</Fact>
        )}
        <Fact label="收到">
          <DateText date={request.receivedOn} full />
        </Fact>
        {isOpen(request) && (
          <Fact label="办结期限">
            <DateText date={request.dueOn} full />
          </Fact>
        )}
        <Fact label="登记">
          {recordedBy.name}，<InstantText at={request.recordedAt} />
        </Fact>
        {evidence && <Fact label="核实">{evidence}</Fact>}
        {decidedBy && decidedAt && (
          <Fact label="处理">
            {decidedBy.name}，<InstantText at={decidedAt} />
          </Fact>
        )}
        {answer && <Fact label="答复">{answer}</Fact>}
        {request.erasedBy && request.finishedAt && (
          <Fact label="删除">
            {request.erasedBy.name}，<InstantText at={request.finishedAt} />
          </Fact>
        )}
      </dl>
      {can.copy && <CopyForPerson request={request} />}
      {can.decide && <Decide request={request} />}
      {can.erase && <Erase request={request} />}
      {request.state === 'open' && !can.decide && <p className={styles.note}>等部门经理处理。</p>}
      {request.state === 'approved' && !can.erase && (
        <p className={styles.note}>已同意，系统管理员收到通知，删除后办结。</p>
      )}
      {request.proof && <Proof proof={request.proof} />}
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
