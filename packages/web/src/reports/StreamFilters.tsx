import { useQuery } from '@tanstack/react-query'
import { type ReportKind, reportKindLabel, reportKinds } from '@zhuowei/domain/reports/kinds.ts'
import { Select } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { DateField } from '../ui/DateField.tsx'
import { ReportSearch } from './ReportSearch.tsx'
import styles from './StreamFilters.module.css'
import type { TeamSearch } from './team-search.ts'

interface StreamFiltersProps {
  search: TeamSearch
  onChange: (change: Partial<TeamSearch>) => void
}

/** Which words, whose reports, of which kind and days. */
export function StreamFilters({ search, onChange }: StreamFiltersProps) {
  const { division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', { query: { divisionId: division?.id, state: 'all', limit: 200 } }),
    staleTime: 10 * 60_000,
  })
  return (
    <div className={styles.filters}>
      <ReportSearch asked={search.q ?? ''} onAsk={(q) => onChange({ q: q || undefined, open: undefined })} />
      <Select
        aria-label="只看谁的"
        placeholder="全部人员"
        allowClear={{ label: '清除' }}
        showSearch={{ optionFilterProp: 'label' }}
        value={search.personId}
        onChange={(personId?: string) => onChange({ personId, open: undefined })}
        options={data?.items.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        aria-label="只看哪一种"
        placeholder="全部种类"
        allowClear={{ label: '清除' }}
        value={search.kind}
        onChange={(kind?: ReportKind) => onChange({ kind, open: undefined })}
        options={reportKinds.map((kind) => ({ value: kind, label: reportKindLabel[kind] }))}
      />
      <DateField
        aria-label="从哪天"
        placeholder="从哪天"
        value={search.from ?? ''}
        max={search.to}
        onChange={(from) => onChange({ from: from || undefined, open: undefined })}
      />
      <DateField
        aria-label="到哪天"
        placeholder="到哪天"
        value={search.to ?? ''}
        min={search.from}
        onChange={(to) => onChange({ to: to || undefined, open: undefined })}
      />
    </div>
  )
}
