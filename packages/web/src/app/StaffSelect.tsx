import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { FieldControl } from '../ui/useProblemForm.ts'
import { read } from './client.ts'

interface StaffSelectProps {
  control: FieldControl<string | null>
  onChange: (id: string | undefined) => void
}

/** The direct reports (二.2.1)(15)), by name. */
export function StaffSelect({ control, onChange }: StaffSelectProps) {
  const { data } = useQuery({ ...read('tasks', 'assignable'), staleTime: 10 * 60_000 })
  return (
    <Select
      {...control}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={{ label: '清除' }}
      placeholder="选择直接下属"
      options={(data?.people ?? []).map(({ id, name, roleLabel }) => ({
        value: id,
        label: `${name}，${roleLabel}`,
      }))}
      onChange={onChange}
    />
  )
}
