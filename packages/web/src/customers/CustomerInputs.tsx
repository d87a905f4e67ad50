import { accountSourceLabel, accountTypeLabel } from '@zhuowei/domain/customers/account.ts'
import { Input, Select } from 'antd'
import { FormField, FormFields } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { type CustomerFields, fieldLabels } from './customer-inputs.ts'
import { ParentSelect } from './ParentSelect.tsx'

type TextName = Exclude<keyof CustomerFields, 'parent' | 'status' | 'type' | 'source'>

interface InputProps<V extends CustomerFields> {
  form: ProblemForm<V>
}

/** One line of text of the form of a customer. */
export function TextInput<V extends CustomerFields>({
  form,
  name,
  required = false,
  placeholder,
  autoFocus = false,
}: InputProps<V> & { name: TextName; required?: boolean; placeholder?: string; autoFocus?: boolean }) {
  // A text field of V is a string like that of CustomerFields.
  const plain = form as unknown as ProblemForm<CustomerFields>
  return (
    <FormField form={plain} name={name} label={fieldLabels[name]} required={required}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          autoFocus={autoFocus}
          placeholder={placeholder}
          onChange={({ target }) => plain.set(name, target.value)}
        />
      )}
    </FormField>
  )
}

/** Everything beyond the prescribed fields, the same for a new and a known customer. */
export function MoreInputs<V extends CustomerFields>({
  form,
  exceptId,
  sourceAbove = false,
}: InputProps<V> & { exceptId?: string; sourceAbove?: boolean }) {
  // A choice of V holds the same values as that of CustomerFields.
  const plain = form as unknown as ProblemForm<CustomerFields>
  return (
    <FormFields>
      <FormFields columns>
        <Choice form={plain} name="type" labels={accountTypeLabel} placeholder="按名称判断" />
        {!sourceAbove && (
          <Choice form={plain} name="source" labels={accountSourceLabel} placeholder="电话开发" />
        )}
        <TextInput form={form} name="creditCode" placeholder="18 位，用来查重" />
        <FormField form={plain} name="parent" label={fieldLabels.parent}>
          {(control) => (
            <ParentSelect
              control={control}
              {...(exceptId && { exceptId })}
              onChange={(parent) => plain.set('parent', parent)}
            />
          )}
        </FormField>
        <TextInput form={form} name="city" />
        <TextInput form={form} name="county" />
      </FormFields>
      <TextInput form={form} name="address" />
      <FormFields columns>
        <TextInput form={form} name="phone" placeholder="单位总机；联系人的电话写在联系人里" />
        <TextInput form={form} name="website" />
        <TextInput form={form} name="email" />
      </FormFields>
      <FormField form={plain} name="remarks" label={fieldLabels.remarks}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={2000}
            onChange={({ target }) => plain.set('remarks', target.value)}
          />
        )}
      </FormField>
    </FormFields>
  )
}

interface ChoiceProps {
  form: ProblemForm<CustomerFields>
  name: 'type' | 'source'
  labels: Record<string, string>
  placeholder: string
}

function Choice({ form, name, labels, placeholder }: ChoiceProps) {
  return (
    <FormField form={form} name={name} label={fieldLabels[name]}>
      {({ value, ...control }) => (
        <Select
          {...control}
          value={value || undefined}
          placeholder={placeholder}
          options={Object.entries(labels).map(([code, label]) => ({ value: code, label }))}
          onChange={(code: string) => form.set(name, code)}
        />
      )}
    </FormField>
  )
}
