import { PlusOutlined } from '@ant-design/icons'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Incident } from '@zhuowei/contract/verbal-reports.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { IncidentRecord } from './IncidentRecord.tsx'
import { Tabs } from './Tabs.tsx'
import styles from './verbal-reports.module.css'
import { Verdict } from './words.tsx'

const route = getRouteApi('/shell/verbal-reports/incidents')

/** 五.5.2) what went wrong, and what 责任依据 there is; it is shown and carries nothing out. */
export function IncidentsPage() {
  const phone = usePhone()
  const navigate = useNavigate({ from: '/verbal-reports/incidents' })
  const { open } = route.useSearch()
  const source = usePages(readPages('incidents', 'list', { query: {} }))
  const create = () => void navigate({ to: '/verbal-reports/incidents/new' })
  const choose = (id: string | undefined) => void navigate({ search: { open: id }, replace: !(phone && id) })
  const list = (
    <TwoLineList
      label="问题事件"
      source={source}
      keyOf={({ id }) => id}
      columns={phone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 150px'}
      row={(incident) => <IncidentRow incident={incident} />}
      selected={open ?? null}
      onSelect={(id) => choose(id ?? undefined)}
      onOpen={({ id }) => choose(id)}
      foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 件` : `共 ${shown} 件`}</span>}
      empty={
        <EmptyState
          title="没有问题事件"
          note="发生问题后登记在这里，责任依据从事前的口头汇报得出（五.5.2)）。"
          action={
            <Button type="primary" onClick={create}>
              登记问题事件
            </Button>
          }
        />
      }
    />
  )
  if (phone && open)
    return (
      <Page>
        <PageHeader title="问题事件" onBack={() => choose(undefined)} />
        <Panel>
          <IncidentRecord key={open} id={open} />
        </Panel>
      </Page>
    )
  if (phone)
    return (
      <Page>
        <PageHeader
          title="问题事件"
          views={<Tabs current="/verbal-reports/incidents" />}
          trailing={
            <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={create}>
              登记
            </Button>
          }
        />
        <Panel flush>{list}</Panel>
      </Page>
    )
  return (
    <Page full>
      <div className={styles.bar}>
        <PageHeader
          title="问题事件"
          views={<Tabs current="/verbal-reports/incidents" />}
          extra={
            <>
              <ClauseChip clause="五.5.2)①" />
              <ClauseChip clause="五.5.2)②" />
              <Button type="primary" icon={<PlusOutlined />} onClick={create}>
                登记问题事件
              </Button>
            </>
          }
        />
      </div>
      <Panes>
        <Pane label="问题事件">{list}</Pane>
        {open && (
          <SidePanel label="问题事件" onClose={() => choose(undefined)}>
            <IncidentRecord key={open} id={open} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

function IncidentRow({ incident }: { incident: Incident }) {
  const phone = usePhone()
  const { content, person, customer, occurredAt, liability } = incident
  return (
    <>
      <TwoLines
        title={content}
        tag={<Verdict verdict={liability.verdict} />}
        facts={
          <>
            {phone && (
              <>
                <InstantText at={occurredAt} />，
              </>
            )}
            {[person.name, customer?.name, liability.reason].filter(Boolean).join('，')}
          </>
        }
      />
      {!phone && <InstantText at={occurredAt} />}
    </>
  )
}
