import { useQuery } from '@tanstack/react-query'
import { deptKindLabel } from '@zhuowei/domain/customers/contact.ts'
import { AutoComplete } from 'antd'
import type { ReactNode } from 'react'
import { read } from '../app/client.ts'
import { FormField } from '../ui/FormField.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'

interface DepartmentInputProps<V extends { department: string }> {
  form: ProblemForm<V>
  customerId: string
  /** 部门性质, asked only while the department is not one of the customer's: those have theirs. */
  kind: ReactNode
}

/** 六.3.1)① one of the departments of this customer, or a name that is typed. */
export function DepartmentInput<V extends { department: string }>({
  form,
  customerId,
  kind,
}: DepartmentInputProps<V>) {
  const plain = form as unknown as ProblemForm<{ department: string }> // the department of V is that text
  const { data } = useQuery(read('background', 'get', { params: { id: customerId } }))
  const departments = data?.facts.filter((fact) => fact.kind === 'department') ?? []
  const chosen = departments.find(({ name }) => name === plain.values.department.trim())
  return (
    <>
      <FormField
        form={plain}
        name="department"
        label="部门"
        help={chosen?.departmentKind && deptKindLabel[chosen.departmentKind]}
      >
        {(control) => (
          <AutoComplete
            {...control}
            options={departments.flatMap(({ name }) => (name ? [{ value: name }] : []))}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
            onChange={(department: string) => plain.set('department', department)}
          />
        )}
      </FormField>
      {!chosen && kind}
    </>
  )
}
