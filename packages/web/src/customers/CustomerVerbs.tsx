import { EditOutlined, MoreOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { client } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useCommand } from '../app/useCommand.ts'
import { useMergesInto } from '../app/useMergesInto.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { CallSheet } from './CallSheet.tsx'
import { GradeDialog } from './GradeDialog.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { regionsOf } from './selection.ts'
import { RevertTradeDialog, TradeDialog } from './TradeDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

const UndoMergeDialog = lazy(() =>
  import('./UndoMergeDialog.tsx').then((module) => ({ default: module.UndoMergeDialog })),
)

type Verb = 'unmerge' | 'grade' | 'trade' | 'revert' | 'transfer' | 'remove'

interface CustomerVerbsProps {
  customer: Customer
  /** The panel shows fewer of them as buttons. */
  onRemoved: () => void
}

/** The verbs of the record: 记拜访 first, the rest one step away; only what this person may do. */
export function CustomerVerbs({ customer, onRemoved }: CustomerVerbsProps) {
  const navigate = useNavigate()
  const phone = usePhone()
  const { rights } = useSession()
  const [verb, setVerb] = useState<Verb | null>(null)
  const { can } = customer
  const [merge] = useMergesInto(customer.id)
  const items = [
    can.edit && {
      key: 'edit',
      label: '修改资料',
      onClick: () =>
        void navigate({ to: '/customers/$customerId/edit', params: { customerId: customer.id } }),
    },
    rights.includes('complaints.record') && {
      key: 'complaint',
      label: '登记投诉',
      onClick: () => void navigate({ to: '/complaints/new', search: { customerId: customer.id } }),
    },
    can.changeGrade && phone && { key: 'grade', label: '调整等级', onClick: () => setVerb('grade') },
    can.markTraded && { key: 'trade', label: '标为交易客户', onClick: () => setVerb('trade') },
    can.revertTrade && { key: 'revert', label: '改回无交易客户', onClick: () => setVerb('revert') },
    can.transfer && { key: 'transfer', label: '移交', onClick: () => setVerb('transfer') },
    merge && { key: 'unmerge', label: '撤销合并', onClick: () => setVerb('unmerge') },
    can.remove && { key: 'remove', label: '删除客户', danger: true, onClick: () => setVerb('remove') },
  ].filter((item) => item !== false && item !== undefined)
  const close = () => setVerb(null)
  return (
    <>
      {can.logVisit && (
        <Button
          type="primary"
          icon={<EditOutlined />}
          onClick={() => void navigate({ to: '/activities/new', search: { customerId: customer.id } })}
        >
          记拜访
        </Button>
      )}
      {can.revealPhone && <CallSheet customer={customer} />}
      {can.changeGrade && !phone && <Button onClick={() => setVerb('grade')}>调整等级</Button>}
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button icon={<MoreOutlined />} aria-label="更多操作" style={{ flex: 'none' }} />
        </Dropdown>
      )}
      {verb === 'grade' && <GradeDialog customer={customer} onClose={close} />}
      {verb === 'trade' && <TradeDialog customer={customer} onClose={close} />}
      {verb === 'revert' && <RevertTradeDialog customer={customer} onClose={close} />}
      {verb === 'transfer' && (
        <TransferDialog
          selected={{ kind: 'rows', ids: [customer.id] }}
          name={customer.name}
          from={regionsOf([customer])}
          onClose={close}
          onDone={close}
        />
      )}
      {verb === 'unmerge' && merge && (
        <Suspense>
          <UndoMergeDialog merge={merge} onClose={close} />
        </Suspense>
      )}
      {verb === 'remove' && <Removal customer={customer} onClose={close} onRemoved={onRemoved} />}
    </>
  )
}

function Removal({ customer, onClose, onRemoved }: CustomerVerbsProps & { onClose: () => void }) {
  const offerUndo = useUndo()
  const restore = useCommand(() => client.customers.restore({ params: { id: customer.id } }), {
    changes: ['customers'],
  })
  return (
    <RemoveDialog
      customer={customer}
      onClose={onClose}
      onRemoved={() => {
        onRemoved()
        offerUndo({ text: `已删除${customer.name}`, undo: () => restore.mutate() })
      }}
    />
  )
}
