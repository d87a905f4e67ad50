import { MoreOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { ContactDrawer } from './ContactDrawer.tsx'
import { ContactLines } from './ContactLines.tsx'

/** 六.3.1)①: everybody we know there; one of them is the primary contact. */
export function ContactsTab({ customer }: { customer: Customer }) {
  const [editing, setEditing] = useState<Contact | 'new' | null>(null)
  return (
    <Panel
      title="联系人"
      note={customer.contactsMasked ? '这家客户由同事负责，不显示姓名和电话' : `${customer.contactCount} 位`}
      extra={
        customer.can.edit && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            加联系人
          </Button>
        )
      }
      flush
    >
      <ContactLines
        customer={customer}
        {...(customer.can.edit && {
          verbs: (contact: Contact) => (
            <ContactVerbs customer={customer} contact={contact} onEdit={() => setEditing(contact)} />
          ),
        })}
      />
      {editing && (
        <ContactDrawer
          customerId={customer.id}
          contact={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}

interface ContactVerbsProps {
  customer: Customer
  contact: Contact
  onEdit: () => void
}

function ContactVerbs({ customer, contact, onEdit }: ContactVerbsProps) {
  const navigate = useNavigate()
  const offerUndo = useUndo()
  const params = { id: contact.id }
  const primary = useCommand(() => client.contacts.makePrimary({ params }), { changes: ['customers'] })
  const restore = useCommand(() => client.contacts.restore({ params }), { changes: ['customers'] })
  const remove = useCommand(() => client.contacts.remove({ params }), {
    changes: ['customers'],
    onDone: () => offerUndo({ text: `已移除联系人${contact.name}`, undo: () => restore.mutate() }),
  })
  const keep = useCommand(() => client.contacts.keep({ params }), {
    changes: ['customers'],
    onDone: () => offerUndo({ text: `${contact.name}仍需保留，从今天重新计算` }),
  })
  const error = primary.error ?? remove.error ?? keep.error
  if (error) return <RefusalBox error={error} />
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'edit', label: '修改', onClick: onEdit },
          ...(contact.eraseOn ? [{ key: 'keep', label: '仍需保留', onClick: () => keep.mutate() }] : []),
          ...(contact.isPrimary
            ? []
            : [{ key: 'primary', label: '设为首要联系人', onClick: () => primary.mutate() }]),
          ...(customer.can.readProfile
            ? [
                {
                  key: 'profile',
                  label: '受限画像',
                  onClick: () =>
                    void navigate({ to: '/contacts/$contactId/profile', params: { contactId: contact.id } }),
                },
              ]
            : []),
          {
            key: 'request',
            label: '登记本人要求',
            onClick: () =>
              void navigate({
                to: '/contacts/$contactId/request',
                params: { contactId: contact.id },
                search: { customerId: customer.id },
              }),
          },
          { key: 'remove', label: '移除', danger: true, onClick: () => remove.mutate() },
        ],
      }}
    >
      <Button type="text" icon={<MoreOutlined />} aria-label={`${contact.name}的操作`} />
    </Dropdown>
  )
}
