import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { addDays, firstDayOfMonth, lastDayOfMonth, monthOf } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import styles from './MonthSwitch.module.css'
import { monthText } from './words.ts'

interface MonthSwitchProps {
  month: string
  current: string
  onChange: (month: string) => void
}

export function MonthSwitch({ month, current, onChange }: MonthSwitchProps) {
  return (
    <fieldset className={styles.months} aria-label="月份">
      {month !== current && (
        <Button type="link" size="small" onClick={() => onChange(current)}>
          回到本月
        </Button>
      )}
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label="上个月"
        onClick={() => onChange(monthOf(addDays(firstDayOfMonth(month), -1)))}
      />
      <span aria-live="polite">{monthText(month)}</span>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label="下个月"
        onClick={() => onChange(monthOf(addDays(lastDayOfMonth(month), 1)))}
      />
    </fieldset>
  )
}
