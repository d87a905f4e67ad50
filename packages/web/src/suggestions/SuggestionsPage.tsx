import { FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Suggestion, SuggestionFigures } from '@zhuowei/contract/suggestions.ts'
import { suggestionTypeLabel } from '@zhuowei/domain/suggestions/suggestion.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ComplaintTabs } from '../app/ComplaintTabs.tsx'
import { read, readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Facets } from '../ui/Facets.tsx'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { ViewBar } from '../ui/ViewBar.tsx'
import { SuggestionRecord } from './SuggestionRecord.tsx'
import { noFilters, queryOf, type SuggestionsSearch, suggestionsSearch } from './suggestions-search.ts'
import { ReplyDue, SuggestionState } from './words.tsx'

const route = getRouteApi('/shell/complaints/suggestions')

/** 三.6: what people of the division noticed and propose, with the sums by person as filters. */
export function SuggestionsPage() {
  const phone = usePhone()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/complaints/suggestions' })
  const { rights } = useSession()
  const source = usePages(readPages('suggestions', 'list', { query: queryOf(search) }))
  const { data: figures } = useQuery(read('suggestions', 'figures', { query: {} }))
  const change = (next: Partial<SuggestionsSearch>) =>
    // On the phone a record takes the page: the way back closes it.
    void navigate({ search: (before) => ({ ...before, ...next }), replace: !(phone && next.open) })
  const create = rights.includes('suggestions.record')
    ? () => void navigate({ to: '/complaints/suggestions/new' })
    : undefined
  const { open, view, type, authorId } = search
  const filters = [type, authorId].filter((values) => values?.length).length
  const narrowed = filters > 0 || view !== undefined
  const parts: PageParts = {
    open,
    close: () => change({ open: undefined }),
    create,
    filters,
    view: view ?? 'all',
    onView: (key) =>
      change({ ...noFilters, view: key === 'unanswered' || key === 'adopted' ? key : undefined }),
    views: [
      { key: 'all', label: figures ? `全部 ${figures.all}` : '全部' },
      { key: 'unanswered', label: figures ? `待回复 ${figures.unanswered}` : '待回复' },
      { key: 'adopted', label: figures ? `已采纳 ${figures.adopted}` : '已采纳' },
    ],
    facets: figures && <Filters figures={figures} search={search} change={change} />,
    list: (
      <TwoLineList
        label="建议"
        source={source}
        keyOf={({ id }) => id}
        columns={phone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 160px'}
        row={(suggestion) => <SuggestionRow suggestion={suggestion} />}
        selected={open ?? null}
        onSelect={(id) => change({ open: id ?? undefined })}
        onOpen={({ id }) => change({ open: id })}
        foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 条` : `共 ${shown} 条`}</span>}
        empty={
          narrowed ? (
            <EmptyState
              title="没有符合条件的建议"
              action={<Button onClick={() => change({ ...noFilters, view: undefined })}>清除条件</Button>}
            />
          ) : (
            <EmptyState
              title="还没有建议"
              note="工作中的新情况、新问题和合理化建议写在这里，经理五个工作日内回复（三.6）。"
              action={
                create && (
                  <Button type="primary" onClick={create}>
                    提建议
                  </Button>
                )
              }
            />
          )
        }
      />
    ),
  }
  return phone ? <OnPhone {...parts} /> : <OnDesktop {...parts} />
}

interface PageParts {
  open: string | undefined
  close: () => void
  create: (() => void) | undefined
  filters: number
  view: string
  onView: (key: string) => void
  views: readonly { key: string; label: string }[]
  facets: ReactNode
  list: ReactNode
}

function OnDesktop({ open, close, create, view, onView, views, facets, list }: PageParts) {
  return (
    <Page full>
      <ViewBar
        title="建议"
        note={<ComplaintTabs current="/complaints/suggestions" />}
        views={views}
        current={view}
        onView={onView}
        extra={
          create && (
            <Button type="primary" icon={<PlusOutlined />} onClick={create}>
              提建议
            </Button>
          )
        }
      />
      <Panes>
        <Pane width={188} label="筛选">
          {facets}
        </Pane>
        <Pane label="建议">{list}</Pane>
        {open && (
          <SidePanel label="建议" onClose={close}>
            <SuggestionRecord key={open} id={open} />
          </SidePanel>
        )}
      </Panes>
    </Page>
  )
}

function OnPhone({ open, close, create, filters, view, onView, views, facets, list }: PageParts) {
  const [filtering, setFiltering] = useState(false)
  if (open)
    return (
      <Page>
        <PageHeader title="建议" onBack={close} />
        <Panel>
          <SuggestionRecord key={open} id={open} />
        </Panel>
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title="建议"
        trailing={
          create && (
            <Button color="primary" variant="text" icon={<PlusOutlined />} onClick={create}>
              提建议
            </Button>
          )
        }
        views={
          <>
            <ComplaintTabs current="/complaints/suggestions" />
            <Segments
              label="哪些"
              value={view}
              onChange={onView}
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
        {facets}
      </Sheet>
    </Page>
  )
}

interface FiltersProps {
  figures: SuggestionFigures
  search: SuggestionsSearch
  change: (next: Partial<SuggestionsSearch>) => void
}

/** Each number opens the rows that it counts; behind a person how many of his were adopted. */
function Filters({ figures, search, change }: FiltersProps) {
  return (
    <Facets
      facets={[
        { key: 'type', title: '类型', options: figures.type },
        {
          key: 'authorId',
          title: '提出人（采纳）',
          options: figures.author.map(({ value, label, count, adopted }) => ({
            value,
            label,
            count: adopted > 0 ? `${count}（${adopted}）` : count,
          })),
        },
      ].filter(({ options }) => options.length > 0)}
      chosen={{ type: search.type ?? [], authorId: search.authorId ?? [] }}
      onChange={(field, values) =>
        change({
          ...suggestionsSearch.parse({ [field]: values.length > 0 ? values : undefined }),
          ...(field === 'type' ? { authorId: search.authorId } : { type: search.type }),
          view: search.view,
          open: undefined,
        })
      }
      onClear={() => change(noFilters)}
    />
  )
}

function SuggestionRow({ suggestion }: { suggestion: Suggestion }) {
  const phone = usePhone()
  const { subject, type, author, content, repliedAt } = suggestion
  return (
    <>
      <TwoLines
        title={subject}
        tag={<SuggestionState {...suggestion} />}
        facts={
          <>
            {suggestionTypeLabel[type]}，{author.name}
            {phone && !repliedAt ? (
              <>
                ，<ReplyDue {...suggestion} />
              </>
            ) : (
              `：${content}`
            )}
          </>
        }
      />
      {!phone && <ReplyDue {...suggestion} />}
    </>
  )
}
