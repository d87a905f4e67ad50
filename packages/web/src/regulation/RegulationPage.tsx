import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useEffect, useMemo } from 'react'
import { read } from '../app/client.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { ClauseRow } from './ClauseRow.tsx'
import { Contents } from './Contents.tsx'
import { found } from './found.ts'
import styles from './RegulationPage.module.css'
import { RegulationTabs } from './RegulationTabs.tsx'

const route = getRouteApi('/shell/regulation')
/** The text as it was issued does not change. */
const forDays = { staleTime: 24 * 60 * 60_000 }

/** The regulation as it was issued, and beside each sentence what the software does because of it. */
export function RegulationPage() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const phone = usePhone()
  const text = useQuery({ ...read('regulation', 'clauses'), ...forDays })
  const numbers = useQuery(read('regulation', 'parameters', { query: {} }))
  const clauses = text.data?.clauses
  const shown = useMemo(() => (clauses ? found(clauses, q.trim()) : []), [clauses, q])
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    // The browser looked for the anchor before the text was here.
    if (clauses && hash) document.getElementById(hash)?.scrollIntoView({ block: 'center' })
  }, [clauses, hash])
  const search = (value: string) => void navigate({ search: { q: value || undefined }, replace: true })
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageHeader
          title="制度"
          views={<RegulationTabs />}
          extra={
            <Input
              type="search"
              className={styles.search}
              prefix={<SearchOutlined />}
              placeholder="在正文里查找"
              aria-label="在正文里查找"
              value={q}
              onChange={(event) => search(event.target.value)}
            />
          }
        />
      </div>
      {text.error && <RefusalBox error={text.error} onRetry={() => void text.refetch()} />}
      {!clauses && !text.error && <PageSkeleton />}
      {clauses && (
        <div className={styles.body}>
          <Contents clauses={clauses} depth={phone ? 1 : 2} />
          <div className={styles.text}>
            {q.trim() !== '' && (
              <p className={styles.count}>
                {shown.length} 条含有“{q.trim()}”
              </p>
            )}
            {shown.map((clause) => (
              <ClauseRow
                key={clause.id}
                clause={clause}
                word={q.trim()}
                sought={clause.id === hash}
                parameters={numbers.data?.parameters.filter((one) => one.clause === clause.id) ?? []}
              />
            ))}
            {shown.length === 0 && (
              <EmptyState
                title={`正文里没有“${q.trim()}”`}
                note="按原文的字查找，例如“日报”“以没填计”“货款回收”。"
                action={<Button onClick={() => search('')}>看全文</Button>}
              />
            )}
          </div>
        </div>
      )}
    </div>
  )
}
