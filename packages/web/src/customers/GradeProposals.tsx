import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { GradeProposal } from '@zhuowei/contract/grade-shapes.ts'
import { proposalRuleLabel } from '@zhuowei/domain/customers/grade-proposal.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { client, read, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { ClauseName } from '../ui/ClauseChip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePages } from '../ui/usePages.ts'
import { GradeBadge } from './customer-words.tsx'
import { GradeDialog } from './GradeDialog.tsx'
import styles from './GradeProposals.module.css'
import { TradeDialog } from './TradeDialog.tsx'

/** 六(原则)③: what the system proposes about the grades that one decides about; it never changes one itself. */
export function GradeProposals() {
  const source = usePages(readPages('grades', 'proposals', { query: {} }))
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={4} />
  if (source.items.length === 0 && !source.hasMore)
    return (
      <EmptyState
        title="没有等级建议"
        note="久未接触、已合作、休眠或流失、正在跟进的客户，系统会在这里提出调整等级的建议。"
      />
    )
  return (
    <ul className={styles.proposals}>
      {source.items.map((proposal) => (
        <li key={`${proposal.customer.id} ${proposal.rule}`}>
          <span className={styles.step}>
            <GradeBadge grade={proposal.customer.grade} /> → <GradeBadge grade={proposal.to} />
          </span>
          <div className={styles.what}>
            <p>
              <Link
                className="tappable"
                to="/customers/$customerId"
                params={{ customerId: proposal.customer.id }}
              >
                <strong>{proposal.customer.name}</strong>
              </Link>
            </p>
            <p>{proposal.reason}</p>
            <small>
              {proposalRuleLabel[proposal.rule]} <ClauseName clause={proposal.clause} />
              {proposal.owner && `，负责人${proposal.owner.name}`}
            </small>
          </div>
          <Verbs proposal={proposal} />
        </li>
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
            再看后面的
          </Button>
        </li>
      )}
    </ul>
  )
}

/** The same on the record, when there is one. */
export function CustomerProposal({ customerId }: { customerId: string }) {
  const { data } = useQuery(read('grades', 'proposals', { query: { customerId } }))
  const [proposal] = data?.items ?? []
  if (!proposal) return null
  return (
    <Panel title="等级建议" note={<ClauseName clause={proposal.clause} />}>
      <div className={styles.one}>
        <p>
          {proposal.reason}，建议
          {proposal.act === 'trade'
            ? '标为交易客户'
            : `由 ${proposal.customer.grade} 级改为 ${proposal.to} 级`}
          。由负责人、片区高级项目主管或部门经理决定。
        </p>
        <Verbs proposal={proposal} />
      </div>
    </Panel>
  )
}

function Verbs({ proposal }: { proposal: GradeProposal }) {
  const { customer, rule, act, to, reason } = proposal
  const offerUndo = useUndo()
  const [looking, setLooking] = useState(false)
  const close = () => setLooking(false)
  const dismiss = useCommand(
    () => client.grades.dismissProposal({ params: { id: customer.id }, body: { rule } }),
    {
      changes: ['grades', 'customers'],
      onDone: () =>
        offerUndo({
          text: `${customer.name}：这条建议 90 天内不再提示`,
          undo: () => reopen.mutate(),
        }),
    },
  )
  const reopen = useCommand(() => client.grades.reopenProposal({ params: { id: customer.id, rule } }), {
    changes: ['grades', 'customers'],
  })
  return (
    <span className={styles.verbs}>
      <Button
        size="small"
        aria-label={`${customer.name}：${act === 'trade' ? '标为交易客户' : '调整等级'}`}
        onClick={() => setLooking(true)}
      >
        {act === 'trade' ? '标为交易客户' : '调整等级'}
      </Button>
      <Button
        size="small"
        aria-label={`${customer.name}：不采纳`}
        loading={dismiss.isPending}
        onClick={() => dismiss.mutate()}
      >
        不采纳
      </Button>
      {dismiss.error && <RefusalBox error={dismiss.error} />}
      {looking && act === 'trade' && <TradeDialog customer={customer} onClose={close} />}
      {looking && act === 'grade' && (
        <GradeDialog customer={customer} proposed={{ to, reason }} onClose={close} />
      )}
    </span>
  )
}
