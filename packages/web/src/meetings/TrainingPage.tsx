import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { durationText } from '@zhuowei/domain/meetings/wording.ts'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { MeetingsTabs } from './MeetingsTabs.tsx'
import styles from './meetings.module.css'

const route = getRouteApi('/shell/meetings/training-hours')

/** 四.2-第三 everybody's hours of a year, each with the meetings behind them. */
export function TrainingPage() {
  const thisYear = Number(shanghaiDate(useNow()).slice(0, 4))
  const { year = thisYear } = route.useSearch()
  const navigate = useNavigate({ from: '/meetings/training-hours' })
  const { data, error, refetch } = useQuery(read('meetings', 'trainingHours', { query: { year } }))
  return (
    <Page>
      <PageHeader title="培训学时" views={<MeetingsTabs current="/meetings/training-hours" />} />
      <Panel
        flush
        title={`${year} 年`}
        note={<ClauseChip clause="四.2-第三" />}
        extra={
          <Segments
            label="年份"
            value={String(year)}
            onChange={(value) => void navigate({ search: { year: Number(value) } })}
            options={[thisYear - 1, thisYear].map((one) => ({ value: String(one), label: `${one} 年` }))}
          />
        }
      >
        {error && !data && <RefusalBox error={error} onRetry={() => void refetch()} />}
        {!data && !error && <ListSkeleton rows={4} />}
        {data?.length === 0 && (
          <div className={styles.note}>
            <EmptyState title="这一年还没有培训学时" note="销售培训会议散会时，到会的人按时长记学时。" />
          </div>
        )}
        <ul className={styles.rows}>
          {data?.map(({ person, minutes, meetings }) => (
            <li key={person.id}>
              <span className={styles.who}>{person.name}</span>
              <div className={styles.what}>
                <p>{durationText(minutes)}</p>
                {meetings.map((meeting) => (
                  <small key={meeting.id}>
                    <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
                      {meeting.number} {meeting.title}
                    </Link>{' '}
                    {durationText(meeting.minutes)}
                  </small>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
