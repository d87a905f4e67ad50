import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'

interface OwnerSelectProps {
  value: string | undefined
  onChange: (owner: string | undefined) => void
}

/** Whose: one of the people whose customers are in one's own scope. */
export function OwnerSelect({ value, onChange }: OwnerSelectProps) {
  const { regions } = useSession()
  const regionId = regions.map(({ id }) => id)
  const { data } = useQuery(
    read('organisation', 'people', {
      query: { role: ['spm', 'pm'], limit: 200, ...(regionId.length > 0 && { regionId }) },
    }),
  )
  return (
    <Select
      allowClear={{ label: '清除' }}
      aria-label="负责人"
      placeholder="所有负责人"
      optionFilterProp="label"
      showSearch
      style={{ width: 136 }}
      value={value ?? null}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(owner: string | null | undefined) => onChange(owner ?? undefined)}
    />
  )
}
