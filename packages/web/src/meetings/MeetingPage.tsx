import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { MeetingRecord } from '@zhuowei/contract/meeting-shapes.ts'
import { shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { durationText } from '@zhuowei/domain/meetings/wording.ts'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { ActionItemRows } from './ActionItemRows.tsx'
import { Agenda, AgendaNote } from './Agenda.tsx'
import { MeetingVerbs } from './MeetingVerbs.tsx'
import { MinutesEditor } from './MinutesEditor.tsx'
import styles from './meetings.module.css'
import { cameText, SignInSheet } from './SignInSheet.tsx'
import { TrainingHoursEditor } from './TrainingHoursEditor.tsx'
import { formText, MeetingState } from './words.tsx'

const route = getRouteApi('/shell/meetings/$meetingId')

/** One meeting: its agenda, who is there, the minutes and what is left over. */
export function MeetingPage() {
  return <MeetingById id={route.useParams().meetingId} />
}

export function MeetingById({ id }: { id: string }) {
  const { data, error, refetch } = useMeeting(id)
  if (data) return <Shown meeting={data} />
  if (error instanceof ProblemError && error.problem.code === 'not_found') return <NotThere />
  if (error)
    return (
      <Page>
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  return <PageSkeleton />
}

export const useMeeting = (id: string) => useQuery(read('meetings', 'get', { params: { id } }))

export function NotThere() {
  return (
    <Page>
      <EmptyState
        title="这里没有您可以看的会议"
        note="可能是别的事业部的会议，或地址不对。"
        action={<Link to="/meetings">看会议列表</Link>}
      />
    </Page>
  )
}

function Shown({ meeting }: { meeting: MeetingRecord }) {
  const router = useRouter()
  const { title, number, state, attendees, kind, agenda, can } = meeting
  const hasAgenda = kind === 'regular' || agenda.length > 0 || can.addTopic
  const isHeld = state === 'running' || state === 'ended' || state === 'published'
  // Afterwards what was decided comes first.
  const isOver = state === 'ended' || state === 'published'
  const agendaPanel = hasAgenda && (
    <Panel flush title="议程" note={<AgendaNote meeting={meeting} />}>
      <Agenda meeting={meeting} />
    </Panel>
  )
  return (
    <Page>
      <PageHeader
        title={title}
        note={
          <span className={styles.head}>
            {number} <MeetingState state={state} /> <ClauseChip clause={meeting.clause} />
          </span>
        }
        extra={<MeetingVerbs meeting={meeting} />}
        onBack={() => router.history.back()}
      />
      <Columns aside={340}>
        <Stack>
          {!isOver && agendaPanel}
          {isHeld && (
            <Panel title="纪要" note="内部资料，不得外传（三.1）">
              {can.readMinutes ? (
                <MinutesEditor meeting={meeting} />
              ) : (
                <p className={styles.about}>还没有发布。发布后您会收到通知。</p>
              )}
            </Panel>
          )}
          {isHeld && (
            <Panel flush title="遗留问题">
              <ActionItemRows meeting={meeting} />
            </Panel>
          )}
          {isOver && agendaPanel}
        </Stack>
        <Stack>
          <Panel title="会议">
            <About meeting={meeting} />
          </Panel>
          {attendees.length > 0 && (
            <Panel
              flush
              title={isHeld ? '签到' : '参加'}
              note={isHeld ? cameText(meeting) : `${attendees.length} 人`}
            >
              <SignInSheet meeting={meeting} />
            </Panel>
          )}
          {can.setTraining && <TrainingHoursEditor key={meeting.version} meeting={meeting} />}
        </Stack>
      </Columns>
    </Page>
  )
}

function About({ meeting }: { meeting: MeetingRecord }) {
  const { startsAt, endsAt, place, convenedBy, writtenBy, movedFrom, changeReason, state, kind } = meeting
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
  return (
    <dl className={styles.facts}>
      <Fact label="形式">{formText(meeting)}</Fact>
      <Fact label="时间">
        {dateTimeWithWeekday(new Date(startsAt))} 至 {shanghaiTime(new Date(endsAt))}（{durationText(minutes)}
        ）
      </Fact>
      {place && <Fact label="地点">{place}</Fact>}
      {convenedBy && (
        <Fact label="召集">
          {convenedBy.name}
          {writtenBy && `（${writtenBy.name}代为召集）`}
        </Fact>
      )}
      {!convenedBy && writtenBy && kind === 'occasional' && <Fact label="提议">{writtenBy.name}</Fact>}
      {changeReason && (
        <Fact label={state === 'cancelled' ? '取消' : '改期'}>
          {movedFrom && (
            <>
              原定 <InstantText at={movedFrom} />；
            </>
          )}
          {changeReason}
        </Fact>
      )}
      {meeting.purpose && <Fact label="内容">{meeting.purpose}</Fact>}
      {meeting.projectName && <Fact label="项目">{meeting.projectName}</Fact>}
      {meeting.customers.length + meeting.hiddenCustomers > 0 && (
        <Fact label="客户">
          {meeting.customers.map(({ id, name }) => (
            <div key={id}>
              <Link to="/customers/$customerId" params={{ customerId: id }}>
                {name}
              </Link>
            </div>
          ))}
          {meeting.hiddenCustomers > 0 && `另有 ${meeting.hiddenCustomers} 家不在您的范围内`}
        </Fact>
      )}
      {meeting.clauses.length > 0 && (
        <Fact label="条款">
          <span className={styles.head}>
            {meeting.clauses.map((clause) => (
              <ClauseChip key={clause} clause={clause} />
            ))}
          </span>
        </Fact>
      )}
      {meeting.publishedAt && (
        <Fact label="纪要">
          {meeting.publishedBy?.name} 发布于 <InstantText at={meeting.publishedAt} />
        </Fact>
      )}
    </dl>
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
