import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import type { Minutes } from '@zhuowei/contract/minutes.ts'
import { dateTimeWithWeekday, dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { weeklyMeetingAgenda } from '@zhuowei/domain/clauses/prescribed.ts'
import { actionItemStateLabel } from '@zhuowei/domain/meetings/action-item.ts'
import { presenceLabel, presences } from '@zhuowei/domain/meetings/meeting.ts'
import { supportStateLabel } from '@zhuowei/domain/support-requests/support-request.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useNow } from '../ui/clock.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { NotThere, useMeeting } from './MeetingPage.tsx'
import { MinutesText } from './MinutesEditor.tsx'
import styles from './print.module.css'
import { formText } from './words.tsx'

const route = getRouteApi('/shell/meetings/$meetingId/print')

/** The minutes as they come out of the printer; 三.1: 内部资料, with the name of who printed them, and a line in the audit. */
export function PrintMinutesPage() {
  const { meetingId } = route.useParams()
  const navigate = useNavigate()
  const meeting = useMeeting(meetingId)
  const minutes = useQuery(read('minutes', 'get', { params: { id: meetingId } }))
  const print = useCommand(() => client.minutes.print({ params: { id: meetingId } }), {
    changes: [],
    onDone: () => window.print(),
  })
  const error = meeting.error ?? minutes.error
  if (error instanceof ProblemError && error.problem.code === 'not_found') return <NotThere />
  if (error) return <RefusalBox error={error} onRetry={() => void minutes.refetch()} />
  if (!meeting.data || !minutes.data) return <PageSkeleton />
  return (
    <Page>
      <div className={styles.head}>
        <PageHeader
          title="打印纪要"
          note="打印会留下记录（三.1）"
          onBack={() => void navigate({ to: '/meetings/$meetingId', params: { meetingId } })}
          extra={
            <Button
              type="primary"
              icon={<PrinterOutlined />}
              loading={print.isPending}
              onClick={() => print.mutate()}
            >
              打印
            </Button>
          }
        />
        {print.error && <RefusalBox error={print.error} />}
      </div>
      <Paper meeting={meeting.data} minutes={minutes.data} />
    </Page>
  )
}

function Paper({ meeting, minutes }: { meeting: MeetingRecord; minutes: Minutes }) {
  const { person } = useSession()
  const now = useNow()
  const { title, number, startsAt, place, attendees, agenda, actionItems } = meeting
  const decided = agenda.flatMap(({ supportRequest }) => supportRequest ?? [])
  return (
    <article className={styles.paper}>
      <h2>{title}纪要</h2>
      <p>
        {number}，{formText(meeting)}，{dateTimeWithWeekday(new Date(startsAt))}
        {place && `，${place}`}
      </p>
      <h3>签到</h3>
      {presences.map((state) => {
        const people = attendees.filter((one) => one.state === state)
        return people.length > 0 ? (
          <p key={state}>
            {presenceLabel[state]}：{people.map((one) => one.person.name).join('、')}
          </p>
        ) : null
      })}
      <h3>纪要</h3>
      <MinutesText meeting={meeting} lines={minutes.lines} />
      {decided.length > 0 && (
        <>
          <h3>{weeklyMeetingAgenda[2]}</h3>
          <ul>
            {decided.map(({ id, person: asker, body, state, reply }) => (
              <li key={id}>
                {asker.name}：{body}——{supportStateLabel[state]}
                {reply && `，${reply}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>遗留问题</h3>
      {actionItems.length === 0 && <p>无</p>}
      {actionItems.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>事项</th>
              <th>负责人</th>
              <th>期限</th>
              <th>状态</th>
            </tr>
          </thead>
          <tbody>
            {actionItems.map((item) => (
              <tr key={item.id}>
                <td>{item.body}</td>
                <td>{item.owner.name}</td>
                <td>{dateWithWeekday(item.dueOn)}</td>
                <td>{actionItemStateLabel[item.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <footer>
        内部资料，不得外传　{person.name} {person.employeeNo}　{dateTimeWithWeekday(now)}
      </footer>
    </article>
  )
}
