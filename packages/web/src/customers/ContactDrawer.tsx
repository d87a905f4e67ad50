import { useQueryClient } from '@tanstack/react-query'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import {
  attitudeLabel,
  deptKindLabel,
  personKindLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { reloadModules } from '../app/reload.ts'
import { useSession } from '../app/session.ts'
import { useSameContact } from '../app/useSameContact.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { FormField, FormFields } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './ContactDrawer.module.css'
import { DepartmentInput } from './DepartmentInput.tsx'

interface ContactDrawerProps {
  customerId: string
  /** Null for a new one. */
  contact: Contact | null
  onClose: () => void
}

type Inputs = ReturnType<typeof startOf>

/** One form for a new and a known contact; a known phone number stays unless another one is typed. */
export function ContactDrawer({ customerId, contact, onClose }: ContactDrawerProps) {
  const { person } = useSession()
  const phone = usePhone()
  const queryClient = useQueryClient()
  // On a phone three fields fit the screen with the keyboard; what is known already is shown.
  const [more, setMore] = useState(!phone || contact !== null)
  const form = useProblemForm({
    initial: startOf(contact),
    draft: {
      owner: person.id,
      key: contact ? `contact-${contact.id}-${contact.version}` : `contact-new-${customerId}`,
    },
    send: (inputs, idempotencyKey) =>
      same.saving(inputs, (confirmDuplicates) =>
        save(customerId, contact, inputs, { confirmDuplicates, idempotencyKey }),
      ),
    onDone: () => {
      reloadModules(queryClient, ['customers', 'contacts', 'decisionChain'])
      onClose()
    },
  })
  const same = useSameContact(form.values)
  const text = (
    name: Exclude<keyof Inputs, 'purchaseRoles'>,
    label: string,
    more: { required?: boolean; placeholder?: string; tel?: boolean } = {},
  ) => (
    <FormField form={form} name={name} label={label} required={more.required ?? false}>
      {(control) => (
        <Input
          {...control}
          type={more.tel ? 'tel' : 'text'}
          autoComplete="off"
          placeholder={more.placeholder}
          onChange={({ target }) => form.set(name, target.value)}
        />
      )}
    </FormField>
  )
  const choice = (
    name: Exclude<keyof Inputs, 'purchaseRoles'>,
    label: string,
    labels: Record<string, string>,
  ) => (
    <FormField form={form} name={name} label={label}>
      {({ value, ...control }) => (
        <Select
          {...control}
          allowClear={{ label: '清除' }}
          value={value || undefined}
          placeholder="未填"
          options={Object.entries(labels).map(([code, word]) => ({ value: code, label: word }))}
          onChange={(code?: string) => form.set(name, code ?? '')}
        />
      )}
    </FormField>
  )
  const roles = (
    <FormField form={form} name="purchaseRoles" label="采购中的角色" prompt="可以多选">
      {({ value, ...control }) => (
        <Select
          {...control}
          mode="multiple"
          allowClear={{ label: '清除' }}
          value={value}
          placeholder="未知"
          options={Object.entries(purchaseRoleLabel).map(([code, word]) => ({ value: code, label: word }))}
          onChange={(codes: string[]) => form.set('purchaseRoles', codes)}
        />
      )}
    </FormField>
  )
  const isStale = form.problem?.code === 'version_conflict'
  return (
    <Sheet
      open
      onClose={onClose}
      title={contact ? `修改联系人${contact.name}` : '加联系人'}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '92%' : 620}
      footer={
        <div className={styles.foot}>
          {phone && <Button onClick={onClose}>取消</Button>}
          <Button type="primary" loading={form.submitting} onClick={form.submit}>
            {same.isTold ? '仍然保存' : contact ? '保存' : '加上这位联系人'}
          </Button>
          {!phone && <Button onClick={onClose}>取消</Button>}
          <DraftNote savedAt={form.draft.savedAt} unkept={form.draft.unkept} />
        </div>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <FormFields>
          {text('name', requiredCustomerFields.contactName, { required: true })}
          {text('position', requiredCustomerFields.contactPosition, { required: true })}
          {text('phone', requiredCustomerFields.contactPhone, {
            tel: true,
            placeholder: contact?.phoneMask ? `现在 ${contact.phoneMask}，不改就留空` : '手机，或区号-座机',
          })}
          {more ? (
            <>
              <FormFields columns>
                <DepartmentInput
                  form={form}
                  customerId={customerId}
                  kind={choice('departmentKind', '部门性质', deptKindLabel)}
                />
                {choice('level', '层级', personLevelLabel)}
                {choice('personKind', '人员类别', personKindLabel)}
                {roles}
                {choice('relationship', '关系', relationshipLevelLabel)}
                {choice('attitude', '态度', attitudeLabel)}
                {text('email', '邮箱')}
                {text('wechat', '微信')}
              </FormFields>
              {text('remarks', '备注')}
            </>
          ) : (
            <Button type="link" className={styles.more} onClick={() => setMore(true)}>
              部门、层级、角色、关系、态度、邮箱、微信……可以以后再补
            </Button>
          )}
        </FormFields>
        {form.refusal !== null && (
          <div className={styles.refusal}>
            <RefusalBox
              error={form.refusal}
              reason={
                isStale ? '同事刚改过这位联系人。关掉再打开就是最新的，您写的内容留在草稿里。' : undefined
              }
            />
          </div>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          保存
        </button>
      </form>
    </Sheet>
  )
}

function startOf(contact: Contact | null) {
  return {
    name: contact?.name ?? '',
    position: contact?.position ?? '',
    phone: '',
    department: contact?.department ?? '',
    departmentKind: (contact?.departmentKind ?? '') as string,
    level: (contact?.level ?? '') as string,
    personKind: (contact?.personKind ?? '') as string,
    purchaseRoles: (contact?.purchaseRoles ?? []) as string[],
    relationship: (contact?.relationship ?? 'none') as string,
    attitude: (contact?.attitude ?? 'unknown') as string,
    email: contact?.email ?? '',
    wechat: contact?.wechat ?? '',
    remarks: contact?.remarks ?? '',
  }
}

function save(
  customerId: string,
  contact: Contact | null,
  inputs: Inputs,
  { confirmDuplicates, idempotencyKey }: { confirmDuplicates: boolean; idempotencyKey: string },
) {
  const { phone, ...rest } = inputs
  const fields = {
    ...rest,
    confirmDuplicates,
    // The options of the selects are exactly the codes of the contract; the server checks them again.
    departmentKind: (rest.departmentKind || null) as Contact['departmentKind'],
    level: (rest.level || null) as Contact['level'],
    personKind: (rest.personKind || null) as Contact['personKind'],
    purchaseRoles: rest.purchaseRoles as Contact['purchaseRoles'],
    relationship: (rest.relationship || 'none') as Contact['relationship'],
    attitude: (rest.attitude || 'unknown') as Contact['attitude'],
  }
  if (!contact) {
    const body = { ...fields, phone: phone.trim() || null }
    return client.contacts.create({ params: { id: customerId }, body, idempotencyKey })
  }
  const body = { ...fields, ...(phone.trim() && { phone: phone.trim() }), version: contact.version }
  return client.contacts.update({ params: { id: contact.id }, body })
}
