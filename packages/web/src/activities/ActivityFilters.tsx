import { useQuery } from '@tanstack/react-query'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { type VisitKind, visitKindLabel, visitKinds } from '@zhuowei/domain/customers/visit.ts'
import { Radio } from 'antd'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useDivisions } from '../app/useDivisions.ts'
import { useNow } from '../ui/clock.ts'
import { type Facet, Facets } from '../ui/Facets.tsx'
import { NativePicker } from '../ui/NativePicker.tsx'
import styles from './ActivityFilters.module.css'
import { type ActivitiesSearch, isFiltered, type Scope, unfiltered } from './activities-search.ts'
import { usualPeriods } from './periods.ts'

interface ActivityFiltersProps {
  search: ActivitiesSearch
  scope: Scope
  onChange: (next: Partial<ActivitiesSearch>) => void
}

export function ActivityFilters({ search, scope, onChange }: ActivityFiltersProps) {
  const today = shanghaiDate(useNow())
  const periods = usualPeriods(today)
  const period = periods.find(({ from, to }) => from === search.from && to === search.to)
  const people = useAuthors(scope === 'all')
  const divisions = useDivisions().map(({ id, name }) => ({ value: id, label: name }))
  const facets: Facet[] = [
    {
      key: 'kind',
      title: '方式',
      options: visitKinds.map((kind) => ({ value: kind, label: visitKindLabel[kind] })),
    },
    ...(divisions.length > 1 ? [{ key: 'divisionId', title: '事业部', options: divisions }] : []),
    ...(people.length > 1 ? [{ key: 'authorId', title: '记录人', options: people }] : []),
  ]
  const change = (key: string, values: string[]) => {
    if (key === 'kind') return onChange({ kind: visitKinds.filter((kind) => values.includes(kind)) })
    onChange({ [key]: values })
  }
  const choosePeriod = (key: string) => {
    const chosen = periods.find((one) => one.key === key)
    onChange({ from: chosen?.from, to: chosen?.to })
  }
  const ownRange = period === undefined && (search.from !== undefined || search.to !== undefined)
  return (
    <>
      <fieldset className={styles.period}>
        <legend>时间</legend>
        <Radio.Group
          vertical
          value={period?.key ?? (ownRange ? null : 'any')}
          options={[
            { value: 'any', label: '不限' },
            ...periods.map(({ key, label }) => ({ value: key, label })),
          ]}
          onChange={({ target }) => choosePeriod(String(target.value))}
        />
      </fieldset>
      <Facets
        facets={facets}
        chosen={{
          kind: search.kind ?? ([] as VisitKind[]),
          divisionId: search.divisionId ?? [],
          authorId: search.authorId ?? [],
        }}
        onChange={change}
      />
      <fieldset className={styles.range}>
        <legend>自选日期</legend>
        <div className={styles.days}>
          <NativePicker
            type="date"
            label="从哪天"
            text={search.from ? dateWithWeekday(search.from) : '从哪天'}
            value={search.from ?? ''}
            max={search.to}
            chosen={search.from !== undefined && !period}
            onChange={(from) => onChange({ from: from || undefined })}
          />
          <NativePicker
            type="date"
            label="到哪天"
            text={search.to ? dateWithWeekday(search.to) : '到哪天'}
            value={search.to ?? ''}
            min={search.from}
            chosen={search.to !== undefined && !period}
            onChange={(to) => onChange({ to: to || undefined })}
          />
        </div>
        {isFiltered(search) && (
          <button type="button" onClick={() => onChange(unfiltered)}>
            清除条件
          </button>
        )}
      </fieldset>
    </>
  )
}

function useAuthors(wanted: boolean) {
  const { division } = useSession()
  const { data } = useQuery({
    ...read('organisation', 'people', {
      query: { divisionId: division?.id, role: ['dm', 'spm', 'pm', 'oa'], limit: 60 },
    }),
    staleTime: 10 * 60_000,
    enabled: wanted,
  })
  return (wanted ? (data?.items ?? []) : []).map(({ id, name }) => ({ value: id, label: name }))
}
