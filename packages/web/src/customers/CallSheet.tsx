import { PhoneOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog, Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CallButton } from './CallButton.tsx'
import styles from './CallSheet.module.css'

/** Whom to call: everybody there by name, the primary contact first, and afterwards the record of the call. */
export function CallSheet({ customer }: { customer: Customer }) {
  const phone = usePhone()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const people = (
    <>
      <ul className={styles.people}>
        {customer.contacts.map((contact) => (
          <Person key={contact.id} contact={contact} />
        ))}
      </ul>
      {customer.can.logVisit && (
        <Button
          className={styles.record}
          block
          onClick={() =>
            void navigate({ to: '/activities/new', search: { customerId: customer.id, kind: 'call' } })
          }
        >
          打完了，记这次电话
        </Button>
      )}
    </>
  )
  return (
    <>
      <Button
        icon={<PhoneOutlined />}
        disabled={customer.contacts.length === 0}
        title={customer.contacts.length === 0 ? '还没有联系人' : undefined}
        onClick={() => setOpen(true)}
      >
        打电话
      </Button>
      {phone ? (
        <Sheet open={open} onClose={close} placement="bottom" size="auto" title={`打给${customer.name}`}>
          {people}
        </Sheet>
      ) : (
        <Dialog open={open} onCancel={close} footer={null} title={`打给${customer.name}`}>
          {people}
        </Dialog>
      )}
    </>
  )
}

function Person({ contact }: { contact: Contact }) {
  return (
    <li>
      <div>
        <strong>{contact.name}</strong>
        <small>{[contact.isPrimary && '首要', contact.position].filter(Boolean).join('，')}</small>
      </div>
      <CallButton contact={contact} />
    </li>
  )
}
