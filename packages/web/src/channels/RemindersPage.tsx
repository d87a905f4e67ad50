import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useDocumentTitle } from '../ui/useDocumentTitle.ts'
import { usePhone } from '../ui/useMedia.ts'
import { ChoicesForm } from './ChoicesForm.tsx'
import { DevicesPanel } from './DevicesPanel.tsx'
import { TestPanel } from './TestPanel.tsx'

/** 提醒方式: what reaches me outside the application, by which way, and at which hours not. */
export function RemindersPage() {
  useDocumentTitle('提醒方式')
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(read('channels', 'mine'))
  return (
    <Page>
      {usePhone() && <PageHeader title="提醒方式" onBack={() => void navigate({ to: '/settings' })} />}
      {error && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <Columns aside={420}>
          <Stack>
            <ChoicesForm key={data.version} choices={data} />
          </Stack>
          <Stack>
            <DevicesPanel push={data.push} />
            <TestPanel choices={data} />
          </Stack>
        </Columns>
      )}
    </Page>
  )
}
