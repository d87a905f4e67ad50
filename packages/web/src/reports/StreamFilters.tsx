import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import styles from './StreamFilters.module.css'
import type { TeamSearch } from './team-search.ts'

interface StreamFiltersProps {
  search: TeamSearch
  onChange: (change: Partial<TeamSearch>) => void
}

/** Whose reports, and of which days. */
export function StreamFilters({ search, onChange }: StreamFiltersProps) {
  const { division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', { query: { divisionId: division?.id, state: 'all', limit: 200 } }),
    staleTime: 10 * 60_000,
  })
  return (
    <div className={styles.filters}>
      <Select
        aria-label="只看谁的"
        placeholder="全部人员"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={search.personId}
        onChange={(personId?: string) => onChange({ personId, open: undefined })}
        options={data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Input
        type="date"
        aria-label="从哪天"
        value={search.from ?? ''}
        onChange={({ target }) => onChange({ from: target.value || undefined, open: undefined })}
      />
      <Input
        type="date"
        aria-label="到哪天"
        value={search.to ?? ''}
        onChange={({ target }) => onChange({ to: target.value || undefined, open: undefined })}
      />
    </div>
  )
}
