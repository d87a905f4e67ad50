import type { Contact } from '@zhuowei/contract/contacts.ts'
import { afterMeeting, relationshipLevelLabel } from '@zhuowei/domain/customers/contact.ts'
import { useState } from 'react'
import { Chip, Chips, ChipVerb } from '../ui/Chip.tsx'
import type { ProblemForm } from '../ui/useProblemForm.ts'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './ContactsField.module.css'
import { NewContactInputs } from './NewContactInputs.tsx'
import type { VisitDraft } from './visit-draft.ts'

interface ContactsFieldProps {
  form: ProblemForm<VisitDraft>
  customerId: string
  contacts: readonly Contact[]
  /** False for people who may record the visit but not change the customer. */
  canAdd: boolean
}

const shownAtFirst = 6

/** 拜访对象: people of this customer, and a new one without leaving the visit. */
export function ContactsField({ form, customerId, contacts, canAdd }: ContactsFieldProps) {
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const { contactIds } = form.values
  const shown = contacts.filter(({ id }, index) => all || index < shownAtFirst || contactIds.includes(id))
  const strangers = contacts.filter(
    ({ id, relationship }) => relationship === 'none' && contactIds.includes(id),
  )
  const toggle = (id: string) =>
    form.set(
      'contactIds',
      contactIds.includes(id) ? contactIds.filter((one) => one !== id) : [...contactIds, id],
    )
  return (
    <ChoiceField form={form} name="contactIds" label="拜访对象" prompt="客户的人">
      <Chips>
        {shown.map(({ id, name, position }) => (
          <Chip key={id} chosen={contactIds.includes(id)} onToggle={() => toggle(id)} note={position}>
            {name}
          </Chip>
        ))}
        {shown.length < contacts.length && (
          <ChipVerb onClick={() => setAll(true)}>另有 {contacts.length - shown.length} 位</ChipVerb>
        )}
        {canAdd && !adding && <ChipVerb onClick={() => setAdding(true)}>加联系人</ChipVerb>}
      </Chips>
      {strangers.length > 0 && (
        <p className={styles.met} role="status">
          保存后，{strangers.map(({ name }) => name).join('、')}由“{relationshipLevelLabel.none}”改为“
          {relationshipLevelLabel[afterMeeting('none')]}”
        </p>
      )}
      {adding && (
        <NewContactInputs
          customerId={customerId}
          onAdded={(contact) => {
            setAdding(false)
            form.change((draft) => ({ ...draft, contactIds: [...draft.contactIds, contact.id] }))
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </ChoiceField>
  )
}
