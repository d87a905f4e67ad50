import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { PersonalRequest } from '@zhuowei/contract/personal-requests.ts'
import { readPages } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DateText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns, Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { type ListSource, usePages } from '../ui/usePages.ts'
import { RequestRecord } from './RequestRecord.tsx'
import { isOpen, RequestState, titleOf } from './words.tsx'

const route = getRouteApi('/shell/settings/personal-requests')
const title = '个人信息请求'

/** What persons asked of us (§3C): the manager answers, the administrator erases what was agreed to. */
export function RequestsPage() {
  const phone = usePhone()
  const { view, open } = route.useSearch()
  const navigate = useNavigate({ from: '/settings/personal-requests' })
  const query = view === 'all' ? {} : ({ open: 'true' } as const)
  const source = usePages(readPages('personalRequests', 'list', { query }))
  const select = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, open: id }), replace: !(phone && id) })
  if (phone && open)
    return (
      <Page>
        <PageHeader title={title} onBack={() => select(undefined)} />
        <Panel>
          <RequestRecord key={open} id={open} />
        </Panel>
      </Page>
    )
  const list = (
    <Panel flush>
      <RequestList source={source} selected={open} onSelect={select} isAll={view === 'all'} />
    </Panel>
  )
  return (
    <Page>
      <PageHeader
        title={title}
        note={
          <>
            本人要求查阅、更正、撤回同意或删除 <ClauseChip clause="六.3.1)④" />
          </>
        }
        onBack={() => void navigate({ to: '/settings' })}
        views={
          <Segments
            label="哪些"
            value={view ?? 'open'}
            onChange={(key) =>
              void navigate({ search: { view: key === 'all' ? 'all' : undefined }, replace: true })
            }
            options={[
              { value: 'open', label: '待办' },
              { value: 'all', label: '全部' },
            ]}
          />
        }
      />
      {open ? (
        <Columns aside={480}>
          {list}
          <Panel>
            <RequestRecord key={open} id={open} />
          </Panel>
        </Columns>
      ) : (
        list
      )}
    </Page>
  )
}

interface RequestListProps {
  source: ListSource<PersonalRequest>
  selected: string | undefined
  onSelect: (id: string | undefined) => void
  isAll: boolean
}

function RequestList({ source, selected, onSelect, isAll }: RequestListProps) {
  return (
    <TwoLineList
      label={title}
      source={source}
      keyOf={({ id }) => id}
      columns={`minmax(0, 1fr) ${usePhone() ? '96px' : '120px'}`}
      row={(request) => (
        <>
          <TwoLines
            title={titleOf(request)}
            tag={<RequestState state={request.state} />}
            facts={`${request.number}，${request.customer?.name ?? request.division.name}`}
          />
          <span>
            {isOpen(request) ? (
              <>
                <DateText date={request.dueOn} />前
              </>
            ) : (
              '已结束'
            )}
          </span>
        </>
      )}
      selected={selected ?? null}
      onSelect={(id) => onSelect(id ?? undefined)}
      onOpen={({ id }) => onSelect(id)}
      foot={(shown, hasMore) => <span>{hasMore ? `已显示 ${shown} 件` : `共 ${shown} 件`}</span>}
      empty={
        <EmptyState
          title={isAll ? '还没有个人信息请求' : '没有待办的个人信息请求'}
          note="客户方的人要求查阅、更正或删除自己的信息时，在客户的联系人里登记，15 个工作日内办结。"
        />
      }
    />
  )
}
