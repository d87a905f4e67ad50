import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { read } from './client.ts'
import { useSession } from './session.ts'

interface DivisionChoiceProps {
  value: string | undefined
  onChange: (divisionId: string) => void
}

/** Only 总经理 looks into more than one division. */
export function DivisionChoice({ value, onChange }: DivisionChoiceProps) {
  const { division } = useSession()
  const { data } = useQuery({ ...read('organisation', 'divisions'), enabled: division === null })
  if (!data || data.items.length < 2) return null
  return (
    <Select
      aria-label="事业部"
      value={value}
      onChange={onChange}
      options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
