import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { addDays, isoWeekOf, mondayOf } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import styles from './WeekSteps.module.css'

interface WeekStepsProps {
  monday: string
  today: string
  onChange: (monday: string) => void
}

/** One week back or forward. */
export function WeekSteps({ monday, today, onChange }: WeekStepsProps) {
  const next = addDays(monday, 7)
  return (
    <div className={styles.steps}>
      <Button aria-label="上一周" icon={<LeftOutlined />} onClick={() => onChange(addDays(monday, -7))} />
      <span>
        第{isoWeekOf(monday).week}周，{monday.slice(5)} 起
      </span>
      <Button
        aria-label="下一周"
        icon={<RightOutlined />}
        disabled={next > mondayOf(today)}
        onClick={() => onChange(next)}
      />
    </div>
  )
}
