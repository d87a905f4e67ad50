import { useNavigate } from '@tanstack/react-router'
import type { Report } from '@zhuowei/contract/report-shapes.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import type { ReportState } from '@zhuowei/domain/reports/timeliness.ts'
import { GlyphCell } from '../ui/GlyphCell.tsx'
import styles from './RecentStrip.module.css'
import { cellLook, cellStateOf, percent } from './state-look.ts'

/** The last 20 working days as two rows of cells, and the rate with its denominator. */
interface RecentStripProps {
  recent: Report['recent']
  own: boolean
  /** Where the story of an exception can be told beside the strip. */
  onStory?: (date: string) => void
}

export function RecentStrip({ recent, own, onStory }: RecentStripProps) {
  const navigate = useNavigate()
  const { days, compliance } = recent
  const open = (date: string, state: ReportState | null, reportId: string | null) => {
    if (onStory && state !== 'on_time' && state !== 'pending') return () => onStory(date)
    if (own) return () => void navigate({ to: '/reports/daily/$date', params: { date } })
    return reportId ? () => void navigate({ to: '/reports/$reportId', params: { reportId } }) : undefined
  }
  const count = (wanted: string) => days.filter(({ state }) => state === wanted).length
  return (
    <div>
      <div className={styles.strip}>
        {days.map(({ date, state, exemption, reportId }) => {
          const look = cellLook(cellStateOf(state, exemption))
          const onClick = open(date, state, reportId)
          return look ? (
            <GlyphCell
              key={date}
              {...look}
              label={`${dateWithWeekday(date)}，${look.label}`}
              {...(onClick && { onClick })}
            />
          ) : null
        })}
      </div>
      <p className={styles.sum}>
        应填 {compliance.due}，按时 {count('on_time')}，特殊原因 {count('excused_late')}，未填{' '}
        {count('missed') + count('late_fill')}；合规率 {percent(compliance.rate)}
      </p>
    </div>
  )
}
