import type { Customer } from '@zhuowei/contract/customer-shapes.ts'
import { readPages } from '../app/client.ts'
import { InstantText } from '../ui/DateText.tsx'
import { Stack } from '../ui/Page.tsx'
import { Panel } from '../ui/Panel.tsx'
import { usePages } from '../ui/usePages.ts'
import { GradeChangeList } from './GradeChangeList.tsx'
import { CustomerProposal } from './GradeProposals.tsx'

/** 六.1.2): each change with its reason, and whether a work report carries it. */
export function GradesTab({ customer }: { customer: Customer }) {
  const source = usePages(readPages('grades', 'changes', { query: { customerId: customer.id } }))
  return (
    <Stack>
      {customer.can.changeGrade && <CustomerProposal customerId={customer.id} />}
      <Panel
        title="等级变化"
        note={
          <>
            现在是 {customer.grade} 级，自 <InstantText at={customer.gradeSince} />
          </>
        }
        flush
      >
        <GradeChangeList
          source={source}
          empty={customer.contactsMasked ? '这家客户由同事负责，您看不到它的等级变化。' : '等级没有变过。'}
        />
      </Panel>
    </Stack>
  )
}
