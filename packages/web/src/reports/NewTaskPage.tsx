import { RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { addDays, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { reportFields, reportForms } from '@zhuowei/domain/clauses/prescribed.ts'
import { dailySubject } from '@zhuowei/domain/reports/daily.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './NewTaskPage.module.css'
import { stateTone } from './state-look.ts'

const daysShown = 7

/** 五.1.2)① 日常工作 → 新增任务, in the words of the text: subject, time option, and for which day. */
export function NewTaskPage() {
  const router = useRouter()
  const today = shanghaiDate(useNow())
  const { data } = useQuery(read('reports', 'mine', { query: { limit: 10 } }))
  const days = Array.from({ length: daysShown }, (_, index) => addDays(today, -index))
  const known = new Map(data?.recent.days.map((day) => [day.date, day]))
  const drafts = new Set(data?.items.filter(({ submittedAt }) => !submittedAt).map(({ date }) => date))
  return (
    <Page>
      <PageHeader
        title={`${reportFields.menu}：${reportFields.create}`}
        onBack={() => router.history.back()}
      />
      <Panel
        title={`${reportFields.timeOption}：${reportForms.daily.timeOption}`}
        note="选日期，任务主题自动带出"
        extra={<ClauseChip clause="五.1.2)①" />}
        flush
      >
        <ul className={styles.days}>
          {days.map((date) => {
            const day = known.get(date)
            return (
              <li key={date}>
                <Link to="/reports/daily/$date" params={{ date }}>
                  <span>
                    <strong>{dailySubject(date)}</strong>
                    <small>
                      {date === today ? '今天，' : ''}
                      {dateWithWeekday(date)}
                    </small>
                  </span>
                  {drafts.has(date) && <StateTag tone="grey">草稿</StateTag>}
                  {day?.state ? (
                    <StateTag tone={stateTone[day.state]}>{stateLabel[day.state]}</StateTag>
                  ) : (
                    <StateTag tone="outlined">不必填</StateTag>
                  )}
                  <RightOutlined />
                </Link>
              </li>
            )
          })}
        </ul>
      </Panel>
    </Page>
  )
}
