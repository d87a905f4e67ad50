import { Link } from '@tanstack/react-router'
import type { ReportLine } from '@zhuowei/contract/report-shapes.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { useNow } from '../ui/clock.ts'
import { sourceLabel } from './sources.tsx'

interface LineSourceProps {
  line: ReportLine
  time?: string | undefined
  /** Records that the reader may not open. */
  closed?: readonly string[]
}

/** What a line came from, and since when it waits: the way to its record. */
export function LineSource({ line, time, closed = [] }: LineSourceProps) {
  const today = shanghaiDate(useNow())
  const { ref, leftFrom, carried } = line
  const again = carried ? `第 ${carried} 次结转` : '上次未完成'
  const waits = leftFrom && `${again}，${shortDate(leftFrom, today)}${carried ? '那周起' : ''}`
  if (!ref) return waits || null
  const source = `${sourceLabel[ref.type]}${time ? ` ${time}` : ''}`
  const text = waits ? (ref.type === 'report' ? waits : `${waits}，${source}`) : source
  if (closed.includes(ref.id)) return <>{text}</>
  if (ref.type === 'visit')
    return (
      <Link to="/activities/$activityId" params={{ activityId: ref.id }}>
        {text}
      </Link>
    )
  if (ref.type === 'report')
    return (
      <Link to="/reports/$reportId" params={{ reportId: ref.id }}>
        {text}
      </Link>
    )
  if (ref.type === 'account')
    return (
      <Link to="/customers/$customerId" params={{ customerId: ref.id }}>
        {text}
      </Link>
    )
  if (ref.type === 'task')
    return (
      <Link to="/tasks" search={{ open: ref.id }}>
        {text}
      </Link>
    )
  return <>{text}</>
}
