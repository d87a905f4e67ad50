import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import {
  attitudeLabel,
  deptKindLabel,
  personKindLabel,
  personLevelLabel,
  purchaseRoleLabel,
  relationshipLevelLabel,
} from '@zhuowei/domain/customers/contact.ts'
import type { ReactNode } from 'react'
import { DateText } from '../ui/DateText.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { CallButton } from './CallButton.tsx'
import styles from './ContactLines.module.css'

const attitudeTone: Record<Contact['attitude'], Tone> = {
  support: 'green',
  neutral: 'grey',
  oppose: 'red',
  unknown: 'outlined',
}

/** The people of a customer, the primary one first: who, what they do there, how we stand, and the phone on request. */
export function ContactLines({
  customer,
  most,
  verbs,
}: {
  customer: Pick<Customer, 'contacts' | 'contactsMasked' | 'can'>
  most?: number
  verbs?: (contact: Contact) => ReactNode
}) {
  return (
    <ul className={styles.contacts}>
      {customer.contacts.slice(0, most).map((contact) => (
        <li key={contact.id}>
          <div className={styles.who}>
            <p>
              <strong>{contact.name}</strong>
              {contact.isPrimary && <StateTag tone="outlined">首要</StateTag>}
              {contact.eraseOn && (
                <StateTag tone="amber">
                  长期没有往来，
                  <DateText date={contact.eraseOn} /> 匿名化
                </StateTag>
              )}
              {contact.attitude !== 'unknown' && (
                <StateTag tone={attitudeTone[contact.attitude]}>{attitudeLabel[contact.attitude]}</StateTag>
              )}
            </p>
            <small>
              {[
                contact.position.startsWith(contact.department ?? '–') ? null : contact.department,
                contact.position,
                !customer.contactsMasked && relationshipLevelLabel[contact.relationship],
              ]
                .filter((fact) => typeof fact === 'string' && fact !== '')
                .map((fact, index, { length }) => (
                  <span key={fact || index}>{index < length - 1 ? `${fact}，` : fact}</span>
                ))}
            </small>
          </div>
          {most === undefined && <p className={styles.more}>{moreOf(contact)}</p>}
          {customer.can.revealPhone && (
            <CallButton contact={contact} button={{ size: 'small', type: 'text' }} />
          )}
          {verbs?.(contact)}
        </li>
      ))}
      {customer.contacts.length === 0 && <li className={styles.none}>还没有联系人。</li>}
    </ul>
  )
}

/** 六.3.1)①: which kind of department, which level, which part in the purchase; then how else to reach the person. */
function moreOf({
  departmentKind,
  level,
  personKind,
  purchaseRoles,
  email,
  wechat,
  remarks,
}: Contact): string {
  const facts = [
    departmentKind && deptKindLabel[departmentKind],
    level && personLevelLabel[level],
    personKind && personKindLabel[personKind],
    ...purchaseRoles.map((role) => purchaseRoleLabel[role]),
    email,
    wechat && `微信 ${wechat}`,
    remarks,
  ]
  // A level and a kind of person may have the same word: 高层.
  return [...new Set(facts.filter(Boolean))].join('，')
}
