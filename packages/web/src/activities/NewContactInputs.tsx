import { useQueryClient } from '@tanstack/react-query'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import { requiredCustomerFields } from '@zhuowei/domain/clauses/prescribed.ts'
import { Button, Input } from 'antd'
import { client } from '../app/client.ts'
import { FormField } from '../ui/FormField.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'
import styles from './PeopleFields.module.css'

interface NewContactInputsProps {
  customerId: string
  onAdded: (contact: Contact) => void
  onClose: () => void
}

/** Name and position; the phone number can follow. */
export function NewContactInputs({ customerId, onAdded, onClose }: NewContactInputsProps) {
  const queryClient = useQueryClient()
  const form = useProblemForm({
    initial: { name: '', position: '', phone: '' },
    send: ({ phone, ...rest }, idempotencyKey) =>
      client.contacts.create({
        params: { id: customerId },
        body: { ...rest, phone: phone.trim() || null },
        idempotencyKey,
      }),
    onDone: async (contact) => {
      await queryClient.invalidateQueries({ queryKey: ['customers'] })
      onAdded(contact)
    },
  })
  const text = (name: 'name' | 'position' | 'phone', label: string, required: boolean) => (
    <FormField form={form} name={name} label={label} required={required}>
      {(control) => (
        <Input
          {...control}
          type={name === 'phone' ? 'tel' : 'text'}
          autoFocus={name === 'name'}
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
          加这位联系人
        </Button>
      </div>
    </div>
  )
}
