import { SendOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { Button } from 'antd'
import { type RefObject, useState } from 'react'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Kbd } from '../ui/Kbd.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { AssignDialog } from './AssignDialog.tsx'
import styles from './tasks.module.css'
import { usePickedSentence } from './usePickedSentence.ts'
import { TaskDue, TaskState } from './words.tsx'

interface SentencesToTasksProps {
  report: Pick<Report, 'id' | 'author'>
  /** What is read; its lines can be touched, its words marked. */
  body: RefObject<HTMLElement | null>
}

/** 五.1.1) a sentence in a report → 交办任务, and below the report what became of its sentences. */
export function SentencesToTasks({ report, body }: SentencesToTasksProps) {
  const { person, rights } = useSession()
  const mayAssign = rights.includes('tasks.assign') && report.author.id !== person.id
  return (
    <>
      {mayAssign && <Pick report={report} body={body} />}
      {rights.includes('tasks.read') && <Grown reportId={report.id} />}
    </>
  )
}

function Pick({ report, body }: SentencesToTasksProps) {
  const phone = usePhone()
  const [picked, forget] = usePickedSentence(body)
  const [asking, setAsking] = useState<string | null>(null)
  const assign = () => setAsking(picked?.quote ?? '')
  useShortcuts(phone ? {} : { t: assign })
  return (
    <>
      {picked && (
        <span className={styles.offer} style={{ top: picked.top, left: picked.left }}>
          <Button
            type="primary"
            size="small"
            icon={<SendOutlined />}
            // Taking the focus would take the marked words along.
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation()
              assign()
            }}
          >
            交办这句
          </Button>
        </span>
      )}
      <p className={styles.assign}>
        <Button size="small" icon={<SendOutlined />} onClick={assign}>
          交办任务
        </Button>
        <small>
          {phone ? '点一行，带着那句话交办' : '选中一句或点一行，带着那句话交办'} {!phone && <Kbd keys="T" />}
        </small>
      </p>
      {asking !== null && (
        <AssignDialog
          report={report}
          quote={asking}
          onClose={() => {
            setAsking(null)
            forget()
          }}
        />
      )}
    </>
  )
}

/** The way from the report to its tasks; a reader sees those that he may see. */
function Grown({ reportId }: { reportId: string }) {
  const { data } = useQuery(read('tasks', 'list', { query: { reportId } }))
  if (!data || data.items.length === 0) return null
  return (
    <section className={styles.grown}>
      <h3>由这篇交办</h3>
      <ul>
        {data.items.map(({ id, subject, owner, state, dueAt, closedAt }) => (
          <li key={id}>
            <Link to="/tasks" search={{ open: id }}>
              {subject}
            </Link>
            <TaskState state={state} />
            <small>
              {owner.name}，<TaskDue dueAt={dueAt} closed={closedAt !== null || state === 'reported'} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
