import type { CalendarImportResult } from '@zhuowei/contract/calendar.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { dayTypeLabel } from '@zhuowei/domain/calendar/working-days.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { DeadlineChanges } from './DeadlineChanges.tsx'
import styles from './ImportPage.module.css'

type Day = CalendarImportResult['days'][number]

/** What an import would change: the days, and the open deadlines that move with them. */
export function ImportPreview({ result }: { result: CalendarImportResult }) {
  const { days, confirmedDays, deadlines } = result
  if (days.length + confirmedDays === 0) {
    return (
      <Panel>
        <EmptyState title="没有要改的" note="日历里已经是这样。" />
      </Panel>
    )
  }
  return (
    <>
      <Panel
        title={`${days.length} 天会改变`}
        note={confirmedDays > 0 && `另有 ${confirmedDays} 天不变，确认为官方`}
        flush
      >
        <table className={styles.days}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">日期</th>
              <th scope="col">现在</th>
              <th scope="col">改为</th>
            </tr>
          </thead>
          <tbody>
            {days
              .toSorted((one, other) => (one.date < other.date ? -1 : 1))
              .map((day) => (
                <tr key={day.date}>
                  <th scope="row">{dateWithWeekday(day.date)}</th>
                  <td>{wordsOf(day.from)}</td>
                  <td>
                    <b>{wordsOf(day.to)}</b>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </Panel>
      <Panel title="未到期的期限">
        <DeadlineChanges changes={deadlines} />
      </Panel>
    </>
  )
}

const wordsOf = ({ type, name }: Day['to']) =>
  name ? `${dayTypeLabel[type]}（${name}）` : dayTypeLabel[type]
