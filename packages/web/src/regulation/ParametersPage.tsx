import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { RegulationParameter } from '@zhuowei/contract/regulation.ts'
import { Select } from 'antd'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { ParameterCard } from './ParameterCard.tsx'
import { ParameterRow } from './ParameterRow.tsx'
import styles from './ParametersPage.module.css'
import { groupsOf, type ParameterFilter, passes } from './parameter-groups.ts'
import { RegulationTabs } from './RegulationTabs.tsx'

const route = getRouteApi('/shell/regulation/parameters')

/** The numbers and choices by which the regulation is carried out, with their history; the administrator sets them here. */
export function ParametersPage() {
  const { key, division: divisionId, only = 'all' } = route.useSearch()
  const navigate = route.useNavigate()
  const phone = usePhone()
  const { data, error, refetch } = useQuery(read('regulation', 'parameters', { query: { divisionId } }))
  const go = (search: { key?: string; division?: string; only?: 'changed' | 'assumed' }) =>
    void navigate({ search: (before) => ({ ...before, ...search }), replace: true })
  const select = (chosen: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, key: chosen }), replace: !phone })
  const parameters = data?.parameters ?? []
  const groups = groupsOf(parameters, only)
  const order = groups.flatMap((group) => group.parameters)
  const selected = parameters.find((parameter) => parameter.key === key)
  const at = selected ? order.indexOf(selected) : -1
  const card = selected && data?.division && (
    <ParameterCard key={selected.key} parameter={selected} divisionId={data.division.id} today={data.today} />
  )
  if (phone && card) {
    return (
      <Page>
        <PageHeader title={selected.label} onBack={() => select(undefined)} />
        <Panel flush>{card}</Panel>
      </Page>
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeader
          title="制度"
          views={<RegulationTabs />}
          extra={
            <>
              <DivisionChoice
                value={data?.division?.id}
                onChange={(id) => go({ division: id, key: undefined })}
              />
              <Segments<ParameterFilter>
                label="看哪些参数"
                value={only}
                onChange={(filter) => go({ only: filter === 'all' ? undefined : filter })}
                options={[
                  { value: 'all', label: '全部', count: parameters.length },
                  { value: 'changed', label: '改过的', count: parameters.filter(passes.changed).length },
                  { value: 'assumed', label: '系统默认', count: parameters.filter(passes.assumed).length },
                ]}
              />
            </>
          }
        />
      </div>
      <div className={styles.body}>
        <div className={styles.list}>
          {error && <RefusalBox error={error} onRetry={() => void refetch()} />}
          {!data && !error && <PageSkeleton />}
          <div className={styles.groups}>
            {groups.map((group) => (
              <Panel key={group.title} title={group.title} flush>
                {group.parameters.map((parameter) => (
                  <ParameterRow
                    key={parameter.key}
                    parameter={parameter}
                    selected={parameter.key === key}
                    onSelect={() => select(parameter.key === key && !phone ? undefined : parameter.key)}
                  />
                ))}
              </Panel>
            ))}
          </div>
          {data && groups.length === 0 && (
            <EmptyState
              title="还没有改过任何参数"
              note="全部按制度原文和系统默认执行。改动从生效日起算，已过的日子不变。"
            />
          )}
        </div>
        {card && (
          <SidePanel
            label={selected.label}
            onPrevious={moveTo(order[at - 1], select)}
            onNext={moveTo(order[at + 1], select)}
            onClose={() => select(undefined)}
          >
            {card}
          </SidePanel>
        )}
      </div>
    </div>
  )
}

const moveTo = (parameter: RegulationParameter | undefined, select: (key: string) => void) =>
  parameter && (() => select(parameter.key))

/** For people who stand outside the divisions, when there are several. */
function DivisionChoice({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  if (divisions.length < 2) return null
  return (
    <Select
      aria-label="事业部"
      value={value}
      onChange={onChange}
      options={divisions.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
