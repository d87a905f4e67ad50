import { isPlainDate } from '@zhuowei/domain/calendar/dates.ts'
import { entryDateProblem } from '@zhuowei/domain/organisation/entry-date.ts'
import { Input } from 'antd'
import { useSession } from '../../app/session.ts'
import { DateField } from '../../ui/DateField.tsx'
import { FormField, FormFields } from '../../ui/FormField.tsx'
import type { ProblemForm } from '../../ui/useProblemForm.ts'
import styles from './PersonPage.module.css'
import type { PersonValues } from './person-values.ts'

type TextField = 'name' | 'username' | 'employeeNo' | 'phone' | 'email' | 'entryDate'

const fields: readonly {
  name: TextField
  label: string
  prompt?: string
  required?: true
  type?: 'date' | 'tel' | 'email'
}[] = [
  { name: 'name', label: '姓名', required: true },
  { name: 'employeeNo', label: '工号', required: true },
  { name: 'username', label: '用户名', prompt: '登录用，一般为姓名拼音', required: true },
  {
    name: 'entryDate',
    label: '入职日期',
    prompt: '从这一天起有日报义务，早于今天的从今天起',
    required: true,
    type: 'date',
  },
  { name: 'phone', label: '电话', type: 'tel' },
  { name: 'email', label: '邮箱', type: 'email' },
]

/** Who somebody is: the same fields at the first day and later. */
export function PersonalInputs({ form, columns }: { form: ProblemForm<PersonValues>; columns: boolean }) {
  const { today } = useSession()
  return (
    <FormFields columns={columns}>
      {fields.map(({ name, label, prompt, required, type = 'text' }) => (
        <FormField
          key={name}
          form={form}
          name={name}
          label={label}
          prompt={prompt}
          required={required ?? false}
          help={type === 'date' ? dayOfEntry(form.values[name], today) : undefined}
        >
          {(control) =>
            type === 'date' ? (
              <DateField {...control} onChange={(date) => form.set(name, date)} />
            ) : (
              <Input
                {...control}
                type={type}
                autoComplete="off"
                autoCapitalize={name === 'username' ? 'none' : undefined}
                onChange={(event) => form.set(name, event.target.value)}
              />
            )
          }
        </FormField>
      ))}
    </FormFields>
  )
}

/** At once what is wrong with the date. */
function dayOfEntry(date: string, today: string) {
  if (!isPlainDate(date)) return undefined
  const problem = entryDateProblem(date, today)
  return problem && <span className={styles.wrong}>{problem}</span>
}
