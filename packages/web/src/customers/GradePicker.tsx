import {
  allowedGrades,
  type Grade,
  gradeDefinition,
  gradeLabel,
  grades,
  type TradeStatus,
} from '@zhuowei/domain/customers/grade.ts'
import { Radio } from 'antd'
import { ClauseChip, ClauseName } from '../ui/ClauseChip.tsx'
import { GradeBadge } from './customer-words.tsx'
import styles from './GradePicker.module.css'

interface GradePickerProps {
  value: Grade | null
  /** Known for one customer; several may be of both kinds. */
  trade?: TradeStatus
  current?: Grade
  onChange: (grade: Grade) => void
}

/** The three grades with the regulation's own descriptions; what the customer cannot be says why. */
export function GradePicker({ value, trade, current, onChange }: GradePickerProps) {
  const allowed = trade ? allowedGrades(trade) : grades
  return (
    <Radio.Group
      className={styles.picker}
      aria-label="客户等级"
      value={value}
      onChange={({ target }) => onChange(target.value as Grade)} // the values below
    >
      {grades.map((grade) => {
        const barred = !allowed.includes(grade)
        return (
          <Radio key={grade} value={grade} disabled={barred} className={styles.option}>
            <span className={styles.head}>
              <GradeBadge grade={grade} />
              <strong>{gradeLabel[grade]}</strong>
              {grade === current && <small>现在</small>}
              {barred && <small>交易客户只分 A、B 级 六.1.1)②</small>}
            </span>
            <span className={styles.text}>
              {gradeDefinition[grade].text} <ClauseName clause={gradeDefinition[grade].clause} />
            </span>
          </Radio>
        )
      })}
      {trade === undefined && (
        <p className={styles.note}>
          交易客户只分 A、B 级，其中的交易客户不会改成 C 级。 <ClauseChip clause="六.1.1)②" />
        </p>
      )}
    </Radio.Group>
  )
}
