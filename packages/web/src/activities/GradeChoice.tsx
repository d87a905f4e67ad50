import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import {
  allowedGrades,
  type Grade,
  gradeDefinition,
  gradeLabel,
  grades,
} from '@zhuowei/domain/customers/grade.ts'
import { Chip, Chips } from '../ui/Chip.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import styles from './GradeChoice.module.css'

interface GradeChoiceProps {
  value: Grade
  customer: Pick<Customer, 'tradeStatus' | 'can'>
  onChange: (grade: Grade) => void
}

/** A, B, C with the regulation's own description of the chosen one; a customer with trade has no C. */
export function GradeChoice({ value, customer, onChange }: GradeChoiceProps) {
  const allowed = allowedGrades(customer.tradeStatus)
  const barred = (grade: Grade) => {
    if (!customer.can.changeGrade && grade !== value)
      return '客户等级由客户负责人、片区高级项目主管或部门经理调整'
    return allowed.includes(grade) ? undefined : '交易客户只分 A、B 级'
  }
  const { text, clause } = gradeDefinition[value]
  return (
    <>
      <Chips>
        {grades.map((grade) => (
          <Chip
            key={grade}
            chosen={grade === value}
            barred={barred(grade)}
            note={gradeLabel[grade]}
            onToggle={() => onChange(grade)}
          >
            {grade}
          </Chip>
        ))}
        {customer.tradeStatus === 'traded' && (
          <span className={styles.rule}>
            交易客户只分 A、B 级 <ClauseChip clause="六.1.1)②" />
          </span>
        )}
      </Chips>
      <p className={styles.definition}>
        {text} <ClauseChip clause={clause} />
      </p>
    </>
  )
}
