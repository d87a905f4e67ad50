import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { CustomerSelect } from '../app/CustomerSelect.tsx'
import { client } from '../app/client.ts'
import { StaffSelect } from '../app/StaffSelect.tsx'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { VoiceKey } from '../ui/VoiceKey.tsx'
import { MomentField } from './MomentField.tsx'
import { instantOf, type Moment } from './moment.ts'
import styles from './verbal-reports.module.css'
import { changedByReport } from './words.tsx'

interface Values {
  topic: string
  /** Null: just now. */
  occurredAt: Moment | null
  /** Null: oneself. */
  personId: string | null
  customerId: string | null
  customerName: string
}

const blank: Values = { topic: '', occurredAt: null, personId: null, customerId: null, customerName: '' }

/** 五.5.1) after speaking: what about, and done. A superior logs what he heard of his staff. */
export function NewVerbalReportPage() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const router = useRouter()
  const say = useUndo()
  const { person, rights } = useSession()
  const hears = rights.includes('verbal_reports.answer')
  const form = useProblemForm({
    initial: blank,
    draft: { owner: person.id, key: 'verbal-report-new' },
    send: ({ customerName: _, occurredAt, ...values }, idempotencyKey) =>
      client.verbalReports.record({
        body: { ...values, occurredAt: occurredAt && instantOf(occurredAt) },
        idempotencyKey,
      }),
    onDone: ({ state }) => {
      for (const module of changedByReport) void queryClient.invalidateQueries({ queryKey: [module] })
      say({ text: state === 'heard' ? '已登记，算已听取' : '已登记，等上级确认' })
      void navigate({ to: '/verbal-reports', replace: true })
    },
  })
  return (
    <Page>
      <PageHeader
        title="登记口头汇报"
        note={
          <>
            登记只留存证据，不代替当面说 <ClauseChip clause="五.5.1)" />
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
            <FormField
              form={form}
              name="topic"
              label="汇报的事"
              required
              extra={
                <VoiceKey label="汇报的事" onText={(text) => form.set('topic', form.values.topic + text)} />
              }
            >
              {({ status, ...control }) => (
                <Input.TextArea
                  {...control}
                  status={status}
                  autoFocus
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  maxLength={500}
                  placeholder="一句话，例如：客户要改付款方式"
                  onChange={({ target }) => form.set('topic', target.value)}
                />
              )}
            </FormField>
            <FormField form={form} name="occurredAt" label="什么时候说的">
              {(control) => (
                <MomentField
                  control={control}
                  nowLabel="刚才"
                  onChange={(moment) => form.set('occurredAt', moment)}
                />
              )}
            </FormField>
            {hears && (
              <FormField
                form={form}
                name="personId"
                label="谁汇报的"
                prompt="代下属登记的算已听取；不选就是自己向上级汇报"
                required={person.role === 'gm'}
              >
                {(control) => (
                  <StaffSelect control={control} onChange={(id) => form.set('personId', id ?? null)} />
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
          </FormFields>
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label="登记"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
