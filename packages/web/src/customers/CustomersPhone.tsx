import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { CustomerSummary } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../app/session.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { ConditionsButton } from './ConditionBuilder.tsx'
import { CustomerFacets } from './CustomerFacets.tsx'
import { CustomerList, type CustomerListProps } from './CustomerList.tsx'
import styles from './CustomersPhone.module.css'
import { countOfConditions } from './conditions.ts'
import { type CustomersSearch, filtersOf } from './customers-search.ts'
import { SearchInput } from './ListTools.tsx'
import { PhoneListVerbs } from './ListVerbs.tsx'

interface CustomersPhoneProps {
  search: CustomersSearch
  source: CustomerListProps['source']
  summary: CustomerSummary | undefined
  total: string | undefined
  views: readonly { key: string; label: string }[]
  current: string
  onChange: (next: Partial<CustomersSearch>) => void
  onView: (key: string) => void
}

const facetKeys = [
  'grade',
  'tradeStatus',
  'lastActivity',
  'status',
  'ownerId',
  'regionId',
  'city',
  'type',
  'tagId',
] as const

/** The phone: the search box under the head, views to swipe through, one card per customer. */
export function CustomersPhone(props: CustomersPhoneProps) {
  const { search, source, summary, total, views, current, onChange, onView } = props
  const { rights } = useSession()
  const navigate = useNavigate()
  const [filtering, setFiltering] = useState(false)
  const set = facetKeys.filter((key) => search[key]?.length).length + countOfConditions(search.where)
  return (
    <Page>
      <PageHeader
        title="客户"
        trailing={
          rights.includes('customers.write') && (
            <Button
              type="text"
              icon={<PlusOutlined />}
              onClick={() => void navigate({ to: '/customers/new' })}
            >
              新客户
            </Button>
          )
        }
        extra={
          <div className={styles.tools}>
            <SearchInput search={search} onChange={onChange} />
            <Button icon={<FilterOutlined />} onClick={() => setFiltering(true)}>
              {set > 0 ? `筛选 ${set}` : '筛选'}
            </Button>
            <PhoneListVerbs
              everything={{ kind: 'all', filters: filtersOf(search), count: summary?.total ?? 0 }}
            />
          </div>
        }
      />
      <fieldset className={styles.views} aria-label="视图">
        {views.map(({ key, label }) => (
          <button key={key} type="button" aria-pressed={key === current} onClick={() => onView(key)}>
            {label}
          </button>
        ))}
      </fieldset>
      <Panel flush>
        <CustomerList search={search} source={source} shown={[]} total={total} onChange={onChange} />
      </Panel>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        placement="bottom"
        title="筛选"
        styles={{ body: { padding: 0 }, wrapper: { height: '80%' } }}
        footer={
          <Button type="primary" block className={styles.see} onClick={() => setFiltering(false)}>
            {total ? `看 ${total} 家` : '看结果'}
          </Button>
        }
      >
        <div className={styles.conditions}>
          <ConditionsButton where={search.where} onChange={(where) => onChange({ where })} />
        </div>
        <CustomerFacets search={search} summary={summary} onChange={onChange} />
      </Sheet>
    </Page>
  )
}
