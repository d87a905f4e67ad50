import { Link } from '@tanstack/react-router'
import type { CheckedForm } from '@zhuowei/contract/feedback-papers.ts'
import { Checkbox } from 'antd'
import { Panel } from '../ui/Panel.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './CheckedForms.module.css'
import { FormChanges } from './FormChanges.tsx'

interface CheckedFormsProps {
  forms: readonly CheckedForm[]
  isChosen: (customerId: string) => boolean
  onChoose: (customerId: string, isChosen: boolean) => void
}

/** Form by form: what would change, or why it cannot be taken in. */
export function CheckedForms({ forms, isChosen, onChoose }: CheckedFormsProps) {
  return (
    <Panel title="预检结果" note={summary(forms)} flush>
      <ul className={styles.forms}>
        {forms.map(({ fileName, customer, changes, faults, accepts }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold several forms, and their order does not change
          <li key={index}>
            <p className={styles.head}>
              {accepts && customer ? (
                <Checkbox
                  checked={isChosen(customer.id)}
                  onChange={({ target }) => onChoose(customer.id, target.checked)}
                  aria-label={`导入${customer.name}的表`}
                />
              ) : (
                <StateTag tone={faults.length > 0 ? 'red' : 'outlined'}>
                  {faults.length > 0 ? '有错' : '没有变化'}
                </StateTag>
              )}
              {customer && (
                <Link
                  to="/customers/$customerId"
                  params={{ customerId: customer.id }}
                  search={{ tab: 'feedback' }}
                >
                  {customer.name}
                </Link>
              )}
              <small>{fileName}</small>
            </p>
            {faults.length > 0 && (
              <ul className={styles.faults}>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            )}
            {changes.length > 0 && <FormChanges changes={changes} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function summary(forms: readonly CheckedForm[]): string {
  const faulty = forms.filter(({ faults }) => faults.length > 0).length
  const changing = forms.filter(({ accepts }) => accepts).length
  const same = forms.length - faulty - changing
  const parts = [
    [changing, '有变化'],
    [same, '没有变化'],
    [faulty, '有错'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} 份${word}`)
    .join('，')
}
