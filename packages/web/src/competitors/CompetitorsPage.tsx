import { SearchOutlined } from '@ant-design/icons'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { readPages } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { DateText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './CompetitorsPage.module.css'

const route = getRouteApi('/shell/market/competitors')

/** 六.3.1)⑦ whom the division meets; each leads to its battle card. */
export function CompetitorsPage() {
  const { q } = route.useSearch()
  const navigate = useNavigate()
  const { rights } = useSession()
  const source = usePages(readPages('competitors', 'list', { query: q ? { q } : {} }))
  const find = (typed: string) =>
    void navigate({ to: '/market/competitors', search: typed ? { q: typed } : {}, replace: true })
  return (
    <Page>
      <PageHeader
        title="竞争对手"
        note="反馈表里写到的竞争对手都在这里"
        extra={
          rights.includes('competitors.write') && (
            <Button type="primary" onClick={() => void navigate({ to: '/market/competitors/new' })}>
              记竞争对手
            </Button>
          )
        }
      />
      <Panel
        title={
          <Input
            allowClear
            prefix={<SearchOutlined />}
            aria-label="查竞争对手"
            placeholder="公司名称，回车查找"
            defaultValue={q}
            onPressEnter={({ currentTarget }) => find(currentTarget.value)}
            onClear={() => find('')}
          />
        }
        flush
      >
        {source.error && !source.items ? (
          <RefusalBox error={source.error} onRetry={source.retry} />
        ) : !source.items ? (
          <ListSkeleton rows={5} />
        ) : source.items.length === 0 ? (
          <EmptyState
            title={q ? `没有“${q}”` : '还没有竞争对手'}
            note="在客户的反馈表里写到谁，谁就会出现在这里。"
          />
        ) : (
          <ul className={styles.rows}>
            {source.items.map(({ id, name, products, customers, lastNotedOn }) => (
              <li key={id}>
                <div>
                  <Link to="/market/competitors/$competitorId" params={{ competitorId: id }}>
                    {name}
                  </Link>
                  <small>{products ?? '产品还没写'}</small>
                </div>
                <span>
                  {customers > 0 ? `遇到 ${customers} 家` : '还没有客户提到'}
                  <small>{lastNotedOn && <DateText date={lastNotedOn} />}</small>
                </span>
              </li>
            ))}
            {source.hasMore && (
              <li>
                <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
                  再看后面的
                </Button>
              </li>
            )}
          </ul>
        )}
      </Panel>
    </Page>
  )
}
