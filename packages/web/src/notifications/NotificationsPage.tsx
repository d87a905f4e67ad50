import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { MarkAllRead } from './MarkAllRead.tsx'
import { NotificationList } from './NotificationList.tsx'
import styles from './NotificationsPage.module.css'

const route = getRouteApi('/shell/notifications')

/** Everything that a person was told. */
export function NotificationsPage() {
  const { unread } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Page>
      <PageHeader
        title="通知"
        views={
          <Segments<'all' | 'unread'>
            label="看哪些通知"
            value={unread ? 'unread' : 'all'}
            onChange={(view) =>
              void navigate({ search: { unread: view === 'unread' ? 'true' : undefined }, replace: true })
            }
            options={[
              { value: 'all', label: '全部' },
              { value: 'unread', label: '未读' },
            ]}
          />
        }
        extra={<MarkAllRead />}
      />
      <div className={styles.column}>
        <Panel flush>
          <NotificationList unread={unread} />
        </Panel>
      </div>
    </Page>
  )
}
