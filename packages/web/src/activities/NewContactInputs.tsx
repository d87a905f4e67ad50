import { useQueryClient } from '@tanstack/react-query'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { useSameContact } from '../app/useSameContact.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './PeopleFields.module.css'

interface NewContactInputsProps {
  customerId: string
  /** A known one is changed; its number stays unless another one is typed. */
  contact?: Contact
  onAdded: (contact: Contact) => void
  onClose: () => void
}

/** Name and position; the phone number can follow. */
export function NewContactInputs({ customerId, contact: known, onAdded, onClose }: NewContactInputsProps) {
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { name: known?.name ?? '', position: known?.position ?? '', phone: '' },
    send: (inputs, idempotencyKey) =>
      same.saving(inputs, (confirmDuplicates) => {
        const { phone: typed, ...rest } = { ...inputs, confirmDuplicates }
        const phone = typed.trim()
        if (known) {
          const body = { ...known, ...rest, ...(phone && { phone }) }
          return client.contacts.update({ params: { id: known.id }, body })
        }
        const body = { ...rest, phone: phone || null }
        return client.contacts.create({ params: { id: customerId }, body, idempotencyKey })
      }),
    onDone: async (contact) => {
      await queryClient.invalidateQueries({ queryKey: ['customers'] })
      onAdded(contact)
    },
  })
  const same = useSameContact(form.values)
  const text = (name: 'name' | 'position' | 'phone', label: string, required: boolean) => (
    <FormField form={form} name={name} label={label} required={required}>
      {(control) => (
        <Input
          {...control}
          type={name === 'phone' ? 'tel' : 'text'}
          autoFocus={name === 'name'}
          placeholder={
            name === 'phone' && known?.phoneMask ? `现在 ${known.phoneMask}，不改就留空` : undefined
          }
          autoComplete="off"
          onChange={({ target }) => form.set(name, target.value)}
          onPressEnter={form.submit}
        />
      )}
    </FormField>
  )
  return (
    <div className={styles.more}>
      <div className={styles.pair}>
        {text('name', requiredCustomerFields.contactName, true)}
        {text('position', requiredCustomerFields.contactPosition, true)}
      </div>
      {text('phone', requiredCustomerFields.contactPhone, false)}
      {form.refusal !== null && <RefusalBox error={form.refusal} />}
      <div className={styles.verbs}>
        <Button onClick={onClose}>取消</Button>
        <Button color="primary" variant="filled" loading={form.submitting} onClick={form.submit}>
          {same.isTold ? '仍然保存' : known ? '保存联系人' : '加这位联系人'}
        </Button>
      </div>
    </div>
  )
}
