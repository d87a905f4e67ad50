import type { Contact } from '@zhuowei/contract/contacts.ts'
import { type PurchaseRole, purchaseRoleLabel } from '@zhuowei/domain/customers/contact.ts'
import type { ChainRole } from '@zhuowei/domain/decision-chain/person.ts'
import { Button, Select } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormField } from '../ui/FormField.tsx'
import { useProblemForm } from '../ui/useProblemForm.ts'

interface RoleDialogProps {
  contacts: readonly Contact[]
  vacant: readonly ChainRole[]
  /** Nobody of them: somebody new. */
  onAdd: () => void
  onClose: () => void
}

/** 六.3.1)③ who of the people has a role that nobody is known to have. */
export function RoleDialog({ contacts, vacant, onAdd, onClose }: RoleDialogProps) {
  const give = useCommand(
    ({ contact, role }: { contact: Contact; role: PurchaseRole }) => giveRole(contact, role),
    {
      changes: ['decisionChain', 'customers', 'contacts'],
    },
  )
  const form = useProblemForm({
    initial: { role: vacant[0] ?? ('decider' as ChainRole), contactId: '' },
    send: ({ role, contactId }) => {
      const contact = contacts.find(({ id }) => id === contactId)
      if (!contact) throw new Error('no contact was chosen')
      return give.mutateAsync({ contact, role })
    },
    onDone: onClose,
  })
  const { role } = form.values
  return (
    <FormDialog
      title="补角色"
      form={form}
      verb="记下"
      missing={form.values.contactId === '' ? '先选人' : undefined}
      onClose={onClose}
    >
      <FormField form={form} name="role" label="采购中的角色">
        {(control) => (
          <Select
            {...control}
            options={vacant.map((code) => ({ value: code, label: purchaseRoleLabel[code] }))}
            onChange={(code: ChainRole) => form.set('role', code)}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="contactId"
        label={`谁担任“${purchaseRoleLabel[role]}”`}
        extra={
          <Button type="link" size="small" onClick={onAdd}>
            不在里面，加人
          </Button>
        }
        required
      >
        {({ value, ...control }) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={value || undefined}
            placeholder="选择这家客户的人"
            options={contacts.map(({ id, name, position }) => ({ value: id, label: `${name}，${position}` }))}
            onChange={(id: string) => form.set('contactId', id)}
          />
        )}
      </FormField>
    </FormDialog>
  )
}

function giveRole(contact: Contact, role: PurchaseRole): Promise<Contact> {
  const { id, name, position, department, departmentKind, level, personKind, purchaseRoles } = contact
  const { relationship, attitude, email, wechat, remarks, version } = contact
  return client.contacts.update({
    params: { id },
    body: {
      ...{ name, position, department, departmentKind, level, personKind },
      ...{ relationship, attitude, email, wechat, remarks, version },
      purchaseRoles: [...purchaseRoles, role],
    },
  })
}
