import { PhoneOutlined } from '@ant-design/icons'
import type { Contact } from '@zhuowei/contract/contacts.ts'
import { Button, type ButtonProps } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { usePhone } from '../ui/useMedia.ts'

interface CallButtonProps {
  contact: Pick<Contact, 'id' | 'name' | 'phoneMask'>
  button?: ButtonProps
}

/** 三.1: the mask turns into the number on request, and the look is on record. A phone dials at once. */
export function CallButton({ contact, button }: CallButtonProps) {
  const phone = usePhone()
  const reveal = useCommand(() => client.contacts.revealPhone({ params: { id: contact.id } }), {
    changes: [],
    onDone: ({ phone: number }) => {
      if (phone && number) window.location.href = `tel:${number}`
    },
  })
  const number = reveal.data?.phone
  if (number) {
    return (
      <Button {...button} icon={<PhoneOutlined />} href={`tel:${number}`}>
        {number}
      </Button>
    )
  }
  return (
    <Button
      {...button}
      icon={<PhoneOutlined />}
      loading={reveal.isPending}
      disabled={!contact.phoneMask}
      title={contact.phoneMask ? '查看完整号码会留下记录' : '没有留电话'}
      aria-label={`查看${contact.name}的电话`}
      onClick={() => reveal.mutate()}
    >
      {reveal.error ? '没能取到，再试' : (contact.phoneMask ?? '无电话')}
    </Button>
  )
}
