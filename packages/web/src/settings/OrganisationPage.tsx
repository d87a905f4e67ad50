import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Division, Region } from '@zhuowei/contract/organisation.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { DivisionForm } from './DivisionForm.tsx'
import styles from './OrganisationPage.module.css'
import { RegionForm } from './RegionForm.tsx'
import { RegionRow } from './RegionRow.tsx'

/** The divisions with their regions: one card each, everything in place. */
export function OrganisationPage() {
  useDocumentTitle('事业部与片区')
  const navigate = useNavigate()
  const divisions = useQuery(read('organisation', 'divisions'))
  const regions = useQuery(read('organisation', 'regions', { query: {} }))
  const [founding, setFounding] = useState(false)
  const error = divisions.error ?? regions.error
  return (
    <Page>
      {usePhone() && <PageHeader title="事业部与片区" onBack={() => void navigate({ to: '/settings' })} />}
      {error && <RefusalBox error={error} />}
      {!error && !(divisions.data && regions.data) && <PageSkeleton />}
      <div className={styles.column}>
        {divisions.data?.items.map((division) => (
          <DivisionCard
            key={division.id}
            division={division}
            regions={regions.data?.items.filter((region) => region.division.id === division.id) ?? []}
            mayCreate={regions.data?.can.create ?? false}
          />
        ))}
        {founding && (
          <Panel title="新事业部">
            <DivisionForm onClose={() => setFounding(false)} />
          </Panel>
        )}
        {divisions.data?.can.create && !founding && (
          <div>
            <Button icon={<PlusOutlined />} onClick={() => setFounding(true)}>
              新事业部
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

interface DivisionCardProps {
  division: Division
  regions: readonly Region[]
  mayCreate: boolean
}

function DivisionCard({ division, regions, mayCreate }: DivisionCardProps) {
  const [open, setOpen] = useState<'division' | 'region' | null>(null)
  const close = () => setOpen(null)
  const aliases = division.aliases.length > 0 ? `，也叫${division.aliases.join('、')}` : ''
  return (
    <Panel
      flush
      title={division.name}
      note={`${division.peopleCount} 人，${regions.length} 个片区${aliases}`}
      extra={
        division.can.update && (
          <>
            <Button size="small" onClick={() => setOpen('division')}>
              改名称
            </Button>
            {mayCreate && (
              <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen('region')}>
                新片区
              </Button>
            )}
          </>
        )
      }
    >
      {open === 'division' && (
        <div className={styles.inline}>
          <DivisionForm division={division} onClose={close} />
        </div>
      )}
      {regions.map((region) => (
        <RegionRow key={region.id} region={region} />
      ))}
      {open === 'region' && (
        <div className={styles.inline}>
          <RegionForm divisionId={division.id} onClose={close} />
        </div>
      )}
      {regions.length === 0 && open !== 'region' && (
        <div className={styles.inline}>
          <EmptyState
            title="还没有片区"
            note="客户和项目主管按片区分，每个片区有一位片区经理。先建片区，再办人员入职，最后指定片区经理。"
            action={
              mayCreate && (
                <Button type="primary" onClick={() => setOpen('region')}>
                  建第一个片区
                </Button>
              )
            }
          />
        </div>
      )}
    </Panel>
  )
}
