import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type Customer, duplicateCandidate } from '@zhuowei/contract/customer-shapes.ts'
import { shanghaiDate, shanghaiTime } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import type { AccountSource, AccountStatus, AccountType } from '@zhuowei/domain/customers/account.ts'
import type { Grade } from '@zhuowei/domain/customers/grade.ts'
import { isPhone } from '@zhuowei/domain/customers/phone.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import * as z from 'zod'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { serverNow } from '../ui/clock.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { type ProblemForm, useProblemForm } from '../ui/useProblemForm.ts'
import { MoreInputs, TextInput } from './CustomerInputs.tsx'
import { blankFields, type CustomerFields } from './customer-inputs.ts'
import styles from './NewCustomerPage.module.css'
import { NewCustomerPlace, type Place } from './NewCustomerPlace.tsx'
import { SimilarCustomers } from './SimilarCustomers.tsx'
import { SourceChoice, StatusChoice } from './StatusChoice.tsx'
import { useSimilarCustomers } from './useSimilarCustomers.ts'

const route = getRouteApi('/shell/customers/new')

export interface NewInputs extends CustomerFields, Place {
  contactName: string
  contactPosition: string
  contactPhone: string
}

const blank: NewInputs = {
  ...blankFields,
  source: 'phone',
  contactName: '',
  contactPosition: '',
  contactPhone: '',
  regionId: '',
  ownerId: '',
  grade: '',
}

/** 六.2.3)②: five fields in one small form; everything else is folded away and has a default. */
export function NewCustomerPage() {
  const { name = '' } = route.useSearch()
  const { person } = useSession()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const offerUndo = useUndo()
  const [more, setMore] = useState(false)
  const form: ProblemForm<NewInputs> = useProblemForm<NewInputs, Customer>({
    initial: { ...blank, name },
    draft: { owner: person.id, key: name ? `customer-new-${name}` : 'customer-new' },
    send: (inputs, idempotencyKey) =>
      client.customers.create({ body: bodyOf(inputs, similar.length > 0), idempotencyKey }),
    onDone: (customer) => {
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      offerUndo({ text: `已新建${customer.name}，编号 ${customer.number}` })
      void navigate({ to: '/customers/$customerId', params: { customerId: customer.id } })
    },
  })
  const { values } = form
  const typed = useSimilarCustomers({
    name: values.name,
    phone: values.contactPhone,
    creditCode: values.creditCode,
  })
  const similar = typed.length > 0 ? typed : candidatesOf(form)
  const same = similar.find(({ blocking }) => blocking)
  const back = () => void navigate({ to: '/customers' })
  const isDuplicate = form.problem?.code === 'duplicate_record'
  return (
    <Page>
      <PageHeader
        title="新客户"
        onBack={back}
        note={
          <>
            五项必填，其余以后再补 <ClauseChip clause="六.2.3)②" />
          </>
        }
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <Columns aside={340}>
          <Stack>
            {form.draft.restored && (
              <FoundDraft savedAt={form.draft.savedAt} onClear={() => form.draft.clear({ ...blank, name })} />
            )}
            <Panel>
              <FormFields>
                <TextInput form={form} name="name" required placeholder="单位全称" autoFocus />
                <SimilarCustomers similar={similar.filter(({ reason }) => reason !== 'same_phone')} />
                <FormFields columns>
                  <ContactInput form={form} name="contactName" />
                  <ContactInput form={form} name="contactPosition" placeholder="例如 信通公司主任" />
                  <ContactInput form={form} name="contactPhone" placeholder="手机，或区号-座机" />
                </FormFields>
                <SimilarCustomers similar={similar.filter(({ reason }) => reason === 'same_phone')} />
                <StatusChoice form={form} />
                <SourceChoice form={form} />
              </FormFields>
            </Panel>
            <Panel
              title="更多资料"
              note="可以以后再填"
              extra={
                <Button type="link" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
                  {more ? '收起' : '展开'}
                </Button>
              }
            >
              {more ? (
                <MoreInputs form={form} sourceAbove />
              ) : (
                <p className={styles.folded}>客户类型、信用代码、上级单位、城市、地址、网站、备注</p>
              )}
            </Panel>
            {form.refusal !== null && !isDuplicate && <RefusalBox error={form.refusal} />}
          </Stack>
          <NewCustomerPlace form={form} />
        </Columns>
      </form>
      <SubmitBar
        label={similar.length > 0 ? '不是同一家，新建客户' : '新建客户'}
        missing={same ? same.text : undefined}
        submitting={form.submitting}
        onSubmit={form.submit}
        others={<Button onClick={back}>取消</Button>}
        note={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
    </Page>
  )
}

/** What stands in the form is of an earlier day: it says so, before it is taken for this customer's. */
function FoundDraft({ savedAt, onClear }: { savedAt: Date | null; onClear: () => void }) {
  const [kept, setKept] = useState(false)
  const [foundAt] = useState(savedAt)
  if (kept || !foundAt) return null
  return (
    <p className={styles.found} role="status">
      <span>
        接着 {shortDate(shanghaiDate(foundAt), shanghaiDate(serverNow()))} {shanghaiTime(foundAt)}{' '}
        没写完的客户。
      </span>
      <Button size="small" onClick={() => setKept(true)}>
        接着写
      </Button>
      <Button
        size="small"
        type="link"
        onClick={() => {
          onClear()
          setKept(true)
        }}
      >
        清空重填
      </Button>
    </p>
  )
}

function ContactInput({
  form,
  name,
  placeholder,
}: {
  form: ProblemForm<NewInputs>
  name: 'contactName' | 'contactPosition' | 'contactPhone'
  placeholder?: string
}) {
  const [left, setLeft] = useState(false)
  const typed = form.values[name].trim()
  const isWrong = name === 'contactPhone' && left && typed !== '' && !isPhone(typed)
  return (
    <FormField
      form={form}
      name={name}
      label={requiredCustomerFields[name]}
      required
      help={isWrong && <span className={styles.wrong}>格式不对，例如 13800000000 或 0871-63123456</span>}
    >
      {(control) => (
        <Input
          {...control}
          onBlur={() => setLeft(true)}
          onFocus={() => setLeft(false)}
          type={name === 'contactPhone' ? 'tel' : 'text'}
          autoComplete="off"
          placeholder={placeholder}
          onChange={({ target }) => form.set(name, target.value)}
        />
      )}
    </FormField>
  )
}

/** What the server found although nothing was shown yet: somebody was faster, or the check was still under way. */
function candidatesOf(form: ProblemForm<NewInputs>) {
  if (form.problem?.code !== 'duplicate_record') return []
  const found = z.array(duplicateCandidate).safeParse(form.problem.facts?.candidates)
  return found.success ? found.data : []
}

function bodyOf(inputs: NewInputs, confirmDuplicates: boolean) {
  const { parent, type, source, status, grade, regionId, ownerId, ...texts } = inputs
  return {
    ...texts,
    // The codes come from our own choices; a blank status is what the server's schema refuses.
    status: status as AccountStatus,
    ...(type && { type: type as AccountType }),
    ...(source && { source: source as AccountSource }),
    ...(grade && { grade: grade as Grade }),
    ...(regionId && { regionId }),
    ...(ownerId && { ownerId }),
    ...(parent && { parentId: parent.value }),
    confirmDuplicates,
  }
}
