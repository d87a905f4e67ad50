import { useQueryClient } from '@tanstack/react-query'
import { type Customer, newCustomer } from '@zhuowei/contract/customer-shapes.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { type AccountStatus, accountStatuses, accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { isPhone } from '@zhuowei/domain/customers/phone.ts'
import type { VisitKind } from '@zhuowei/domain/customers/visit.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { Chip, Chips } from '../ui/Chip.tsx'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { Columns } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { SubmitBar } from '../ui/SubmitBar.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './CustomerQuickCreate.module.css'
import { SimilarCustomers } from './SimilarCustomers.tsx'
import { useSimilarCustomers } from './useSimilarCustomers.ts'
import { refuseIssues } from './visit-problem.ts'

interface CustomerQuickCreateProps {
  name: string
  kind: VisitKind
  onCreated: (customer: Customer) => void
  /** One of the similar customers was meant. */
  onChoose: (customerId: string) => void
  onClose: () => void
}

interface Inputs {
  name: string
  contactName: string
  contactPosition: string
  contactPhone: string
  status: AccountStatus | null
}

/** 六.2.3)①②: a new customer of a call or a first visit with exactly the five prescribed fields. */
export function CustomerQuickCreate({ name, kind, onCreated, onChoose, onClose }: CustomerQuickCreateProps) {
  const { person, greeting } = useSession()
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { name, contactName: '', contactPosition: '', contactPhone: '', status: null } as Inputs, // status is chosen later
    draft: { owner: person.id, key: `visit-customer-${name}` },
    send: async (inputs, idempotencyKey) => {
      const source = kind === 'call' ? 'phone' : 'first_visit'
      const { error, data } = newCustomer.safeParse({
        ...inputs,
        status: inputs.status ?? undefined,
        source,
        confirmDuplicates: similar.length > 0,
      })
      if (error) throw refuseIssues(error)
      return client.customers.create({ body: data, idempotencyKey })
    },
    onDone: (customer) => {
      void queryClient.invalidateQueries({ queryKey: ['customers'] })
      onCreated(customer)
    },
  })
  const similar = useSimilarCustomers(form.values.name, form.values.contactPhone)
  const [left, setLeft] = useState<string | null>(null)
  const typedPhone = form.values.contactPhone.trim()
  const wrongPhone = left === 'contactPhone' && typedPhone !== '' && !isPhone(typedPhone)
  const same = similar.find(({ blocking }) => blocking)
  const text = (
    field: Exclude<keyof Inputs, 'status'>,
    more: { tel?: boolean; placeholder?: string } = {},
  ) => (
    <FormField
      form={form}
      name={field}
      label={requiredCustomerFields[field]}
      required
      help={
        field === 'contactPhone' &&
        wrongPhone && <span className={styles.wrong}>格式不对，例如 13800000000 或 0871-63123456</span>
      }
    >
      {(control) => (
        <Input
          {...control}
          onBlur={() => setLeft(field)}
          onFocus={() => setLeft(null)}
          type={more.tel ? 'tel' : 'text'}
          placeholder={more.placeholder}
          autoComplete="off"
          autoFocus={field === (name ? 'contactName' : 'name')}
          onChange={({ target }) => form.set(field, target.value)}
        />
      )}
    </FormField>
  )
  return (
    <>
      <Columns>
        <Panel>
          <div className={styles.box}>
            {kind === 'call' && (
              <p className={styles.greeting}>
                {greeting} <ClauseChip clause="三.7" />
              </p>
            )}
            <FormFields>
              {text('name', { placeholder: '单位全称' })}
              <SimilarCustomers
                similar={similar.filter(({ reason }) => reason !== 'same_phone')}
                onChoose={onChoose}
              />
              <div className={styles.contact}>
                {text('contactName')}
                {text('contactPosition')}
                {text('contactPhone', { tel: true, placeholder: '手机，或区号-座机' })}
              </div>
              <SimilarCustomers
                similar={similar.filter(({ reason }) => reason === 'same_phone')}
                onChoose={onChoose}
              />
              <ChoiceField form={form} name="status" label={requiredCustomerFields.status} required>
                <Chips>
                  {accountStatuses.map((status) => (
                    <Chip
                      key={status}
                      chosen={form.values.status === status}
                      onToggle={() => form.set('status', status)}
                    >
                      {accountStatusLabel[status]}
                    </Chip>
                  ))}
                </Chips>
              </ChoiceField>
            </FormFields>
            {form.refusal !== null && <RefusalBox error={form.refusal} />}
          </div>
        </Panel>
        <WhatFollows />
      </Columns>
      <SubmitBar
        label={similar.length > 0 ? '不是同一家，建客户' : '建客户，接着记拜访'}
        missing={same ? '已有同名客户，不能再建' : undefined}
        submitting={form.submitting}
        onSubmit={form.submit}
        others={<Button onClick={onClose}>返回找客户</Button>}
        note={<DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />}
      />
    </>
  )
}

function WhatFollows() {
  return (
    <Panel title="建好以后">
      <ul className={styles.follows}>
        <li>
          接着记这次拜访，写入今天日报 <ClauseChip clause="六.2.3)③" />
        </li>
        <li>
          等级先为 C 有潜力，以后按开拓状况调整 <ClauseChip clause="六.1.2)①" />
        </li>
        <li>
          通信地址、单位类型等在客户页补全；《客户信息反馈表》也在那里填 <ClauseChip clause="六.3.2)①" />
        </li>
      </ul>
    </Panel>
  )
}
