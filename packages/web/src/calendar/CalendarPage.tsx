import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { CalendarYearView } from '@zhuowei/contract/calendar.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { useNow } from '../ui/clock.ts'
import { Columns, Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import styles from './CalendarPage.module.css'
import { DayCard } from './DayCard.tsx'
import { Legend } from './Legend.tsx'
import { MonthGrid } from './MonthGrid.tsx'

const route = getRouteApi('/shell/settings/calendar')
const tones: Record<CalendarYearView['status'], Tone> = { 官方: 'green', 估算: 'amber', 缺: 'red' }

/** The year on which every deadline rests: twelve months, what is special about them, and the way to correct them. */
export function CalendarPage() {
  const today = shanghaiDate(useNow())
  const { year = Number(today.slice(0, 4)), day } = route.useSearch()
  const navigate = route.useNavigate()
  const toSettings = useNavigate()
  const phone = usePhone()
  useDocumentTitle(`${year} 年工作日历`)
  const { data, error, refetch } = useQuery(read('calendar', 'year', { params: { year } }))
  const select = (date: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, day: date }), replace: true })
  const close = () => select(undefined)
  const selected = data?.days.find((one) => one.date === day)
  return (
    <Page>
      {phone && <PageHeader title="工作日历" onBack={() => void toSettings({ to: '/settings' })} />}
      <div className={styles.head}>
        <YearLink year={year - 1} label="上一年" icon={<LeftOutlined />} />
        <h2>{year} 年</h2>
        <YearLink year={year + 1} label="下一年" icon={<RightOutlined />} />
        {data && <StateTag tone={tones[data.status]}>{data.status}</StateTag>}
        {data && <span className={styles.sum}>{data.workingDays} 个工作日</span>}
        {data?.can.edit && (
          <Link
            className={styles.verb}
            to="/settings/calendar/import"
            search={{ year: data.warning?.year ?? year }}
          >
            <Button type={data.warning ? 'primary' : 'default'}>导入放假通知</Button>
          </Link>
        )}
      </div>
      {data?.warning && (
        <p className={styles.warning}>
          {data.can.edit
            ? data.warning.message
            : `${data.warning.year} 年还没有官方放假通知，期限按估算计算。`}
        </p>
      )}
      {data && data.status !== '官方' && data.warning?.year !== year && (
        <p className={styles.warning}>
          {year} 年{data.status === '缺' ? '还没有录入' : '没有官方放假通知'}，这里是按法定节假日的估算。
        </p>
      )}
      {error && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <Columns aside={280}>
          <div className={styles.months}>
            {data.months.map(({ month, workingDays }) => (
              <MonthGrid
                key={month}
                month={month}
                workingDays={workingDays}
                days={data.days.filter((one) => one.date.startsWith(month))}
                today={today}
                selected={day}
                onSelect={select}
              />
            ))}
          </div>
          <div className={styles.aside}>
            {selected && !phone ? (
              <Panel title={dateWithWeekday(selected.date)} extra={<CloseButton onClose={close} />}>
                <DayCard key={selected.date} day={selected} canEdit={data.can.edit} />
              </Panel>
            ) : (
              <Panel title="放假与调休" flush>
                <Legend days={data.days} onSelect={select} />
              </Panel>
            )}
          </div>
        </Columns>
      )}
      {phone && data && (
        <Sheet
          open={selected !== undefined}
          onClose={close}
          placement="bottom"
          size="auto"
          title={selected && dateWithWeekday(selected.date)}
        >
          {selected && <DayCard key={selected.date} day={selected} canEdit={data.can.edit} />}
        </Sheet>
      )}
    </Page>
  )
}

function YearLink({ year, label, icon }: { year: number; label: string; icon: ReactNode }) {
  return (
    <Link to="/settings/calendar" search={{ year }} aria-label={label} className={styles.year}>
      {icon}
    </Link>
  )
}

const CloseButton = ({ onClose }: { onClose: () => void }) => (
  <Button type="text" size="small" icon={<CloseOutlined />} aria-label="关闭" onClick={onClose} />
)
