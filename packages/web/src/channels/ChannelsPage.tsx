import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import styles from './ChannelsPage.module.css'
import { DeliveryLog } from './DeliveryLog.tsx'
import { GroupsPanel } from './GroupsPanel.tsx'
import { MailPanel } from './MailPanel.tsx'
import { RobotsPanel } from './RobotsPanel.tsx'

/** 外发渠道: the administrator keeps the technical side and the log; the manager says what his groups read. */
export function ChannelsPage() {
  useDocumentTitle('外发渠道')
  const navigate = useNavigate()
  const { rights } = useSession()
  return (
    <Page>
      {usePhone() && <PageHeader title="外发渠道" onBack={() => void navigate({ to: '/settings' })} />}
      {rights.includes('channels.assign') && <GroupsPanel />}
      {rights.includes('channels.configure') && <Technical />}
    </Page>
  )
}

function Technical() {
  const { data, error, refetch } = useQuery(read('channels', 'settings'))
  if (error) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  return (
    <>
      {!data.sends && (
        <p className={styles.demo}>
          这是演示环境，什么都不会真的发出去；设置可以照常试，记录里写“演示环境不外发”。
        </p>
      )}
      <Columns aside={440}>
        <Stack>
          <DeliveryLog />
        </Stack>
        <Stack>
          <MailPanel key={data.mail?.version ?? 0} mail={data.mail} />
          <RobotsPanel robots={data.robots} />
        </Stack>
      </Columns>
    </>
  )
}
