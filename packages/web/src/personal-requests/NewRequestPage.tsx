import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import {
  type PersonalRequestKind,
  personalRequestKindLabel,
  personalRequestKinds,
} from '@zhuowei/domain/profiles/request.ts'
import { Button, Input } from 'antd'
import { client, read } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { DateField } from '../ui/DateField.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './requests.module.css'
import { changedByRequest } from './words.tsx'

const route = getRouteApi('/shell/contacts/$contactId/request')

const meaning: Record<PersonalRequestKind, string> = {
  copy: '要知道我们保存了什么，或要一份副本。',
  correct: '说我们保存的不对或不全。',
  withdraw: '不再同意我们保存受限画像；名片信息保留。',
  erase: '要求删除全部个人信息；经理同意后由系统管理员删除，不能恢复。',
}

/** 个人信息保护法 44–47: whoever hears the request writes it down; the clock runs from the day it came in. */
export function NewRequestPage() {
  const { contactId } = route.useParams()
  const { customerId } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const say = useUndo()
  const { person, today } = useSession()
  const customer = useQuery({
    ...read('customers', 'get', { params: { id: customerId } }),
    enabled: customerId !== '',
  })
  const contact = customer.data?.contacts.find(({ id }) => id === contactId)
  const form = useProblemForm({
    initial: { kind: 'copy' as PersonalRequestKind, receivedOn: today, evidence: '' },
    draft: { owner: person.id, key: `personal-request-new-${contactId}` },
    send: (body, idempotencyKey) =>
      client.personalRequests.record({ params: { id: contactId }, body, idempotencyKey }),
    onDone: ({ number, dueOn }) => {
      reloadModules(queryClient, changedByRequest)
      say({ text: `已登记 ${number}，部门经理已收到，${dateWithWeekday(dueOn)}前办结` })
      router.history.back()
    },
  })
  return (
    <Page>
      <PageHeader
        title="登记本人要求"
        note={contact ? `${contact.name}，${customer.data?.name}` : '部门经理立即收到，15 个工作日内办结'}
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
            <FormField form={form} name="kind" label="要求" required help={meaning[form.values.kind]}>
              {({ id, value }) => (
                <ChoiceChips
                  id={id}
                  label="要求"
                  value={value}
                  onChange={(next) => form.set('kind', next)}
                  options={personalRequestKinds.map((one) => ({
                    value: one,
                    label: personalRequestKindLabel[one],
                  }))}
                />
              )}
            </FormField>
            <FormFields columns>
              <FormField form={form} name="receivedOn" label="收到日期" required>
                {(control) => (
                  <DateField {...control} max={today} onChange={(date) => form.set('receivedOn', date)} />
                )}
              </FormField>
            </FormFields>
            <FormField
              form={form}
              name="evidence"
              label="怎样收到、怎样核实是本人"
              prompt="例如 来电，回拨名片上的号码核实"
              required
            >
              {({ status, ...control }) => (
                <Input.TextArea
                  {...control}
                  status={status}
                  autoSize={{ minRows: 3, maxRows: 8 }}
                  maxLength={500}
                  onChange={({ target }) => form.set('evidence', target.value)}
                />
              )}
            </FormField>
          </FormFields>
        </Panel>
        {form.refusal !== null && <RefusalBox error={form.refusal} />}
        <SubmitBar
          label="登记要求"
          submitting={form.submitting}
          onSubmit={form.submit}
          others={<Button onClick={() => router.history.back()}>取消</Button>}
          note={<DraftNote {...form.draft} />}
        />
      </form>
    </Page>
  )
}
