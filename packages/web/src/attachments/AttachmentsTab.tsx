import { useQuery } from '@tanstack/react-query'
import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { read } from '../app/client.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { AddFiles } from './AddFiles.tsx'
import { AttachmentList } from './AttachmentList.tsx'
import { SendingList } from './SendingList.tsx'

/** 六.3.2)① what hangs on a customer: the current form first, then agreements, drawings, photos. */
export function AttachmentsTab({ customer }: { customer: Customer }) {
  const place = { subjectType: 'customer', subjectId: customer.id } as const
  const { data, error, refetch } = useQuery(read('attachments', 'list', { query: place }))
  if (error && !data) return <RefusalBox error={error} onRetry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={3} />
  const { items, can } = data
  return (
    <Panel
      title={
        <>
          附件 <ClauseChip clause="六.3.2)①" />
        </>
      }
      note={items.length > 0 && `${items.length} 个`}
      flush
    >
      {can.add && <AddFiles place={place} isFirst={items.length === 0} />}
      <SendingList place={place} />
      <AttachmentList items={items} />
      {items.length === 0 && !can.add && (
        <EmptyState title="还没有附件" note="客户负责人可以在这里放协议、图纸和现场照片。" />
      )}
    </Panel>
  )
}
