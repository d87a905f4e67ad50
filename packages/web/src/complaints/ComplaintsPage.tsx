import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ComplaintTabs } from '../app/ComplaintTabs.tsx'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { ComplaintFilters, noFilters } from './ComplaintFilters.tsx'
import { ComplaintList } from './ComplaintList.tsx'
import { ComplaintRecord } from './ComplaintRecord.tsx'
import { type ComplaintsSearch, queryOf } from './complaints-search.ts'

const route = getRouteApi('/shell/complaints')

/** 客户投诉 (六.5): what still needs something, its figures as filters, and one record beside the list. */
export function ComplaintsPage() {
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/complaints' })
  const { rights } = useSession()
  const source = usePages(readPages('complaints', 'list', { query: queryOf(search) }))
  const figures = useQuery(read('complaints', 'figures', { query: {} }))
  const change = (next: Partial<ComplaintsSearch>) =>
    // On the phone a record takes the page: the way back closes it.
    void navigate({ search: (before) => ({ ...before, ...next }), replace: !(phone && next.open) })
  const record = rights.includes('complaints.record')
    ? () => void navigate({ to: '/complaints/new' })
    : undefined
  const { open, view, ...conditions } = search
  const filters = Object.values(conditions).filter((values) => values?.length).length
  const parts: PageParts = {
    search,
    change,
    record,
    filters,
    views: [
      { key: 'open', label: figures.data ? `未关闭 ${figures.data.open}` : '未关闭' },
      { key: 'closed', label: '已关闭' },
      { key: 'all', label: '全部' },
    ],
    ids: source.items?.map(({ id }) => id) ?? [],
    total: `${source.items?.length ?? 0}${source.hasMore ? '+' : ''}`,
    list: (
      <ComplaintList
        source={source}
        selected={open}
        onSelect={(id) => change({ open: id })}
        isFiltered={filters > 0 || view !== undefined}
        onClear={() => change({ ...noFilters, view: undefined })}
        record={record}
      />
    ),
  }
  return phone ? <OnPhone {...parts} /> : <OnDesktop {...parts} />
}

interface PageParts {
  search: ComplaintsSearch
  change: (next: Partial<ComplaintsSearch>) => void
  record: (() => void) | undefined
  filters: number
  views: readonly { key: 'open' | 'closed' | 'all'; label: string }[]
  ids: readonly string[]
  /** “50+” while more pages are waiting. */
  total: string
  list: ReactNode
}

const viewOf = (key: string) => (key === 'closed' || key === 'all' ? key : undefined)

function OnDesktop({ search, change, record, views, ids, total, list }: PageParts) {
  const { open } = search
  const index = ids.indexOf(open ?? '')
  const openAt = (next: number) => {
    const neighbour = ids[next]
    return index >= 0 && neighbour ? () => change({ open: neighbour }) : undefined
  }
  return (
    <Page full>
      <ViewBar
        title="投诉"
        note={<ComplaintTabs current="/complaints" />}
        views={views}
        current={search.view ?? 'open'}
        onView={(key) => change({ ...noFilters, view: viewOf(key) })}
        extra={
          record && (
            <Button type="primary" icon={<PlusOutlined />} onClick={record}>
              登记投诉
            </Button>
          )
        }
      />
      <Panes>
        <Pane width={188} label="筛选">
          <ComplaintFilters search={search} change={change} />
        </Pane>
        <Pane label="投诉">{list}</Pane>
        {open && (
          <SidePanel
            label="投诉"
            position={index >= 0 && `第 ${index + 1} 件，共 ${total} 件`}
            onPrevious={openAt(index - 1)}
            onNext={openAt(index + 1)}
            onClose={() => change({ open: undefined })}
          >
            <ComplaintRecord key={open} id={open} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

function OnPhone({ search, change, record, filters, views, list }: PageParts) {
  const [filtering, setFiltering] = useState(false)
  if (search.open)
    return (
      <Page>
        <PageHeader title="投诉" onBack={() => change({ open: undefined })} />
        <Panel>
          <ComplaintRecord key={search.open} id={search.open} />
        </Panel>
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title="投诉"
        trailing={
          record && (
            <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={record}>
              登记
            </Button>
          )
        }
        views={
          <>
            <ComplaintTabs current="/complaints" />
            <Segments
              label="哪些"
              value={search.view ?? 'open'}
              onChange={(key) => change({ ...noFilters, view: viewOf(key) })}
              options={views.map(({ key, label }) => ({ value: key, label }))}
            />
          </>
        }
        extra={
          <Button icon={<FilterOutlined />} onClick={() => setFiltering(true)}>
            {filters > 0 ? `筛选 ${filters}` : '筛选'}
          </Button>
        }
      />
      <Panel flush>{list}</Panel>
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
        <ComplaintFilters search={search} change={change} />
      </Sheet>
    </Page>
  )
}
