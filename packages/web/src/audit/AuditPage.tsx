import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { auditAreaNames, auditAreas } from '@zhuowei/contract/audit.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { Facets } from '../ui/Facets.tsx'
import { Page, Pane, Panes } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { usePages } from '../ui/usePages.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditList } from './AuditList.tsx'
import styles from './AuditPage.module.css'
import { Verification } from './Verification.tsx'

const route = getRouteApi('/shell/settings/audit')

/** 三.1: who signed in, looked, changed and was refused, as far as one's sight reaches; nothing here can be changed. */
export function AuditPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const toSettings = useNavigate()
  const phone = usePhone()
  useDocumentTitle('审计')
  const { area, actor, from, to, subject } = search
  const source = usePages(
    readPages('audit', 'list', {
      query: { area, from, to, actorId: actor && [actor], subjectId: subject },
    }),
  )
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true })
  const filtered = Object.values(search).some((value) => value !== undefined)
  const clear = () => void navigate({ search: {}, replace: true })
  const phoneHead = phone && <PageHeader title="审计" onBack={() => void toSettings({ to: '/settings' })} />
  if (source.error && !source.items) {
    return (
      <Page>
        {phoneHead}
        <RefusalBox error={source.error} onRetry={source.retry} />
      </Page>
    )
  }
  const filters = (
    <>
      <AuditFilters search={search} onChange={change} />
      <Facets
        facets={[
          {
            key: 'area',
            title: '类别',
            options: auditAreaNames.map((name) => ({ value: name, label: auditAreas[name] })),
          },
        ]}
        chosen={{ area: area ?? [] }}
        onChange={(_, values) => change({ area: auditAreaNames.filter((name) => values.includes(name)) })}
      />
    </>
  )
  const list = <AuditList source={source} onClear={filtered ? clear : undefined} />
  if (phone) {
    return (
      <Page>
        {phoneHead}
        {source.first?.can.verify && <Verification />}
        <details className={styles.filters}>
          <summary>条件{filtered ? '（已设）' : ''}</summary>
          {filters}
        </details>
        {list}
      </Page>
    )
  }
  return (
    <Panes>
      <Pane label="条件" width={204}>
        {filters}
        {filtered && (
          <Button type="link" size="small" className={styles.clear} onClick={clear}>
            清除全部条件
          </Button>
        )}
      </Pane>
      <Pane label="审计记录">
        {source.first?.can.verify && <Verification />}
        {list}
      </Pane>
    </Panes>
  )
}
