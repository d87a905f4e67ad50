import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { Button, Input } from 'antd'
import { CustomerSelect } from '../app/CustomerSelect.tsx'
import { client, read } from '../app/client.ts'
import { StaffSelect } from '../app/StaffSelect.tsx'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { serverNow } from '../ui/clock.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { MomentField } from './MomentField.tsx'
import { instantOf, type Moment } from './moment.ts'
import { ReportChoice } from './ReportChoice.tsx'
import styles from './verbal-reports.module.css'
import { changedByReport } from './words.tsx'

interface Values {
  occurredAt: Moment | null
  content: string
  personId: string | null
  customerId: string | null
  customerName: string
  verbalReportId: string | null
}

const blank: Values = {
  ...{ occurredAt: null, content: '', personId: null, customerId: null },
  ...{ customerName: '', verbalReportId: null },
}

/** 五.5.2) what happened, and by hand which report had been made of it; 责任依据 follows. */
export function NewIncidentPage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person, rights } = useSession()
  const leads = rights.includes('verbal_reports.answer')
  const form = useProblemForm({
    initial: blank,
    draft: { owner: person.id, key: 'incident-new' },
    send: ({ customerName: _, occurredAt, ...values }, idempotencyKey) => {
      const now = serverNow()
      const at = occurredAt ?? { date: shanghaiDate(now), time: shanghaiTime(now) }
      return client.incidents.record({ body: { ...values, occurredAt: instantOf(at) }, idempotencyKey })
    },
    onDone: ({ id }) => {
      for (const module of changedByReport) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: '已登记问题事件' })
      void navigate({ to: '/verbal-reports/incidents', search: { open: id }, replace: true })
    },
  })
  const personId = form.values.personId ?? person.id
  const { data: reports } = useQuery(
    read('verbalReports', 'list', { query: { personId: [personId], limit: 20 } }),
  )
  return (
    <Page>
      <PageHeader
        title="登记问题事件"
        note={
          <>
            责任依据只作依据，不自动处理 <ClauseChip clause="五.5.2)①" /> <ClauseChip clause="五.5.2)②" />
          </>
        }
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
          <FormFields>
            <FormField form={form} name="content" label="发生了什么" required>
              {({ status, ...control }) => (
                <Input.TextArea
                  {...control}
                  status={status}
                  autoSize={{ minRows: 3, maxRows: 10 }}
                  maxLength={2000}
                  onChange={({ target }) => form.set('content', target.value)}
                />
              )}
            </FormField>
            <FormField form={form} name="occurredAt" label="什么时候发生的">
              {(control) => (
                <MomentField
                  control={control}
                  nowLabel="刚才"
                  onChange={(moment) => form.set('occurredAt', moment)}
                />
              )}
            </FormField>
            {leads && (
              <FormField
                form={form}
                name="personId"
                label="谁的工作"
                prompt="不选就是自己的"
                required={person.role === 'gm'}
              >
                {(control) => (
                  <StaffSelect
                    control={control}
                    onChange={(id) =>
                      form.change((before) => ({ ...before, personId: id ?? null, verbalReportId: null }))
                    }
                  />
                )}
              </FormField>
            )}
            <FormField form={form} name="customerId" label="客户" prompt="可不选">
              {(control) => (
                <CustomerSelect
                  control={control}
                  name={form.values.customerName}
                  onChange={(customer) => {
                    form.set('customerId', customer?.id ?? null)
                    form.change((before) => ({ ...before, customerName: customer?.name ?? '' }))
                  }}
                />
              )}
            </FormField>
            <FormField form={form} name="verbalReportId" label="对应哪一次口头汇报">
              {(control) => (
                <ReportChoice
                  control={control}
                  reports={reports?.items ?? []}
                  onChange={(id) => form.set('verbalReportId', id)}
                />
              )}
            </FormField>
          </FormFields>
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label="登记问题事件"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
