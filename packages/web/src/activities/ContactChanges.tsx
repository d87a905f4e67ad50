import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { useState } from 'react'
import { Chip, Chips, ChipVerb } from '../ui/Chip.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { NewContactInputs } from './NewContactInputs.tsx'
import type { VisitDraft } from './visit-draft.ts'

interface ContactChangesProps {
  form: ProblemForm<VisitDraft>
  customer: Customer
}

/** 六.2.4) means the people too: somebody new, another position, another number. Saved at once, and counted as the update. */
export function ContactChanges({ form, customer }: ContactChangesProps) {
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  const [done, setDone] = useState<readonly string[]>([])
  if (!customer.can.edit) return null
  return (
    <ChoiceField
      form={form}
      name="recordIsCurrent"
      label="联系人"
      prompt={done.length > 0 ? `已更新：${done.join('、')}` : '有变化就点名字改'}
    >
      <Chips>
        {customer.contacts.map((contact) => (
          <Chip
            key={contact.id}
            chosen={open !== null && open !== 'new' && open.id === contact.id}
            note={contact.position}
            onToggle={() => setOpen(contact)}
          >
            {contact.name}
          </Chip>
        ))}
        <ChipVerb onClick={() => setOpen('new')}>加联系人</ChipVerb>
      </Chips>
      {open && (
        <NewContactInputs
          key={open === 'new' ? 'new' : open.id}
          customerId={customer.id}
          {...(open !== 'new' && { contact: open })}
          onAdded={({ name }) => {
            setOpen(null)
            setDone((before) => [...before.filter((one) => one !== name), name])
            form.set('recordIsCurrent', true)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </ChoiceField>
  )
}
