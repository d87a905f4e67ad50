import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { client, read } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageSkeleton } from '../ui/PageSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { ComplaintInputs } from './ComplaintInputs.tsx'
import { changedByComplaint } from './changed.ts'
import { blankComplaint, bodyOf } from './complaint-values.ts'
import styles from './complaints.module.css'

const route = getRouteApi('/shell/complaints/new')

/** 登记投诉 (六.5.1)): about whom, why and what was said, in half a minute; who is told follows from it. */
export function NewComplaintPage() {
  const { customerId } = route.useSearch()
  const customer = useQuery({
    ...read('customers', 'get', { params: { id: customerId ?? '' } }),
    enabled: customerId !== undefined,
  })
  if (customerId && customer.isPending) return <PageSkeleton />
  return <NewComplaint key={customerId} customer={customer.data ?? null} />
}

function NewComplaint({ customer }: { customer: { id: string; name: string } | null }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person } = useSession()
  const form = useProblemForm({
    initial: blankComplaint(customer),
    draft: { owner: person.id, key: `complaint-new-${customer?.id ?? ''}` },
    send: (values, idempotencyKey) => client.complaints.record({ body: bodyOf(values), idempotencyKey }),
    onDone: ({ id, number, forGm }) => {
      reloadModules(queryClient, changedByComplaint)
      say({ text: `已登记 ${number}，${forGm ? '总经理' : '部门经理'}已收到` })
      void navigate({ to: '/complaints', search: { open: id }, replace: true })
    },
  })
  return (
    <Page>
      <PageHeader
        title="登记投诉"
        note="登记后部门经理立即收到；关于部门经理的投诉由总经理处理"
        onBack={() => router.history.back()}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Panel>
          <ComplaintInputs form={form} />
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label="登记投诉"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
