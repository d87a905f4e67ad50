import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './ActivitiesPhone.module.css'
import { ActivityFilters } from './ActivityFilters.tsx'
import { type ActivitiesParts, ActivityList } from './ActivityList.tsx'
import type { Scope } from './activities-search.ts'
import { KeptVisits } from './KeptVisits.tsx'
import { NextSteps } from './NextSteps.tsx'

interface ActivitiesPhoneProps extends ActivitiesParts {
  views: readonly { key: Scope | 'calendar'; label: string }[]
  onView: (key: string) => void
}

/** The phone: what is due on top, the days below, filters in a drawer. */
export function ActivitiesPhone({ views, onView, ...parts }: ActivitiesPhoneProps) {
  const { search, scope, change, mayWrite, record } = parts
  const [filtering, setFiltering] = useState(false)
  const { kind, from, to, divisionId, authorId } = search
  const count = [kind?.length, from ?? to, divisionId?.length, authorId?.length].filter(Boolean).length
  return (
    <Page>
      <PageHeader
        title="拜访与日程"
        trailing={
          mayWrite && (
            <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={record}>
              记拜访
            </Button>
          )
        }
        views={
          <Segments<Scope | 'calendar'>
            label="视图"
            value={scope}
            onChange={onView}
            options={views.map(({ key, label }) => ({ value: key, label }))}
          />
        }
        extra={
          <Button className={styles.filter} icon={<FilterOutlined />} onClick={() => setFiltering(true)}>
            {count > 0 ? `筛选 ${count}` : '筛选'}
          </Button>
        }
      />
      <div className={styles.kept}>
        <KeptVisits />
      </div>
      {mayWrite && <NextSteps onlyDue />}
      <Panel flush>
        <ActivityList {...parts} />
      </Panel>
      <Sheet
        open={filtering}
        onClose={() => setFiltering(false)}
        placement="bottom"
        title="筛选"
        styles={{ body: { padding: 0 }, wrapper: { height: '80%' } }}
        extra={
          <Button type="primary" onClick={() => setFiltering(false)}>
            看结果
          </Button>
        }
      >
        <ActivityFilters search={search} scope={scope} onChange={change} />
      </Sheet>
    </Page>
  )
}
