import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { dateTimeWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useKeptCustomer } from '../app/useKeptCustomer.ts'
import { useNow } from '../ui/clock.ts'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { PaperTable } from './PaperTable.tsx'
import styles from './PrintFormPage.module.css'

const route = getRouteApi('/shell/customers/$customerId/feedback/print')

/** 六.3.2)③ the sheet as it comes out of the printer; 三.1: with the name of who printed it. */
export function PrintFormPage() {
  const { customerId } = route.useParams()
  const { person } = useSession()
  const navigate = useNavigate()
  const now = useNow()
  const phone = usePhone()
  const { data, error, refetch } = useQuery(read('feedback', 'get', { params: { id: customerId } }))
  const print = useCommand(() => client.feedbackPapers.print({ params: { id: customerId } }), {
    changes: [],
    onDone: () => window.print(),
  })
  const keptId = useKeptCustomer(customerId, error !== null)
  if (keptId)
    return <Navigate to="/customers/$customerId/feedback/print" params={{ customerId: keptId }} replace />
  if (error && !data) {
    return (
      <Page>
        <RefusalBox error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  if (!data) return <PageSkeleton />
  const back = () =>
    void navigate({ to: '/customers/$customerId', params: { customerId }, search: { tab: 'feedback' } })
  return (
    <Page>
      <div className={styles.head}>
        <PageHeader
          title="打印反馈表"
          note={data.customer.name}
          onBack={back}
          extra={
            <>
              {!phone && <Button onClick={back}>返回客户</Button>}
              <Button
                type="primary"
                icon={<PrinterOutlined />}
                loading={print.isPending}
                onClick={() => print.mutate()}
              >
                打印
              </Button>
            </>
          }
        />
      </div>
      {print.error && <RefusalBox error={print.error} />}
      <article className={styles.sheet}>
        <PaperTable customer={data.customer.name} content={data.content} />
        <p>
          内部资料 {person.name} {person.employeeNo} {dateTimeWithWeekday(now)}
        </p>
      </article>
    </Page>
  )
}
