import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { read } from '../app/client.ts'
import { DateField } from '../ui/DateField.tsx'
import styles from './AuditFilters.module.css'

interface Search {
  actor?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Who and when. */
export function AuditFilters({ search, onChange }: { search: Search; onChange: (next: Search) => void }) {
  const id = useId()
  return (
    <div className={styles.filters}>
      <div>
        <label htmlFor={`${id}-person`}>人员</label>
        <PersonChoice id={`${id}-person`} value={search.actor} onChange={(actor) => onChange({ actor })} />
      </div>
      <div>
        <label htmlFor={`${id}-from`}>从</label>
        <DateField
          id={`${id}-from`}
          value={search.from ?? ''}
          max={search.to}
          onChange={(from) => onChange({ from: from || undefined })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>到</label>
        <DateField
          id={`${id}-to`}
          value={search.to ?? ''}
          min={search.from}
          onChange={(to) => onChange({ to: to || undefined })}
        />
      </div>
    </div>
  )
}

interface PersonChoiceProps {
  id: string
  value: string | undefined
  onChange: (id: string | undefined) => void
}

function PersonChoice({ id, value, onChange }: PersonChoiceProps) {
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const { data } = useQuery({
    ...read('organisation', 'people', { query: { search: search || undefined, limit: 50 } }),
    placeholderData: keepPreviousData,
  })
  const chosen = useQuery({
    ...read('organisation', 'person', { params: { id: value ?? '' } }),
    enabled: value !== undefined,
  }).data
  const people = data?.items ?? []
  const options = chosen && !people.some((one) => one.id === chosen.id) ? [chosen, ...people] : people
  return (
    <Select
      id={id}
      showSearch={{ searchValue: typed, onSearch: setTyped, filterOption: false }}
      allowClear={{ label: '清除' }}
      placeholder="全部"
      value={value}
      onChange={onChange}
      options={options.map((person) => ({ value: person.id, label: person.name }))}
    />
  )
}
