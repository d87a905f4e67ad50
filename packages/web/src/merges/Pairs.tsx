import { Link } from '@tanstack/react-router'
import type { DuplicatePair } from '@zhuowei/contract/merges.ts'
import { accountStatusLabel } from '@zhuowei/domain/customers/account.ts'
import { Button } from 'antd'
import { client, readPages } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { LevelBadge } from '../ui/LevelBadge.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './Pairs.module.css'

const reasonLabel: Record<DuplicatePair['reasons'][number], string> = {
  same_name: '同名',
  same_credit_code: '信用代码相同',
  same_phone: '联系电话相同',
  similar_name: '名称相近',
}
const levelOf = { A: 1, B: 2, C: 3 } as const

/** Two records side by side, why they may be one customer, and what to do about it. */
export function Pairs({ dismissed }: { dismissed: boolean }) {
  const source = usePages(readPages('merges', 'pairs', { query: dismissed ? { dismissed: 'true' } : {} }))
  if (source.error && !source.items) return <RefusalBox error={source.error} onRetry={source.retry} />
  if (!source.items) return <ListSkeleton rows={5} />
  if (source.items.length === 0) return <Empty dismissed={dismissed} />
  return (
    <ul className={styles.pairs}>
      {source.items.map((pair) => (
        <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
      ))}
      {source.hasMore && (
        <li>
          <Button type="link" loading={source.isLoadingMore} onClick={source.loadMore}>
            再看后面的
          </Button>
        </li>
      )}
    </ul>
  )
}

function Empty({ dismissed }: { dismissed: boolean }) {
  return dismissed ? (
    <EmptyState title="还没有标为“不是重复”的" note="标过的以后不再提示，可以在这里重新提示。" />
  ) : (
    <EmptyState
      title="没有疑似重复的客户"
      note="发现名称相近或电话相同的客户会出现在这里；也可以在客户列表里勾选两三家，再点“合并”。"
      action={
        <Link to="/customers">
          <Button>去客户列表</Button>
        </Link>
      }
    />
  )
}

function Pair({ pair: { one, other, reasons, dismissedAt, dismissedBy } }: { pair: DuplicatePair }) {
  const offerUndo = useUndo()
  const body = { oneId: one.id, otherId: other.id }
  const reopen = useCommand(() => client.merges.reopen({ body }), { changes: ['merges', 'today'] })
  const dismiss = useCommand(() => client.merges.dismiss({ body }), {
    changes: ['merges', 'today'],
    onDone: () => offerUndo({ text: '已标为不是重复，以后不再提示', undo: () => reopen.mutate() }),
  })
  const both = `${one.name}和${other.name}`
  return (
    <li>
      <div className={styles.sides}>
        <Side side={one} />
        <Side side={other} />
      </div>
      <div className={styles.why}>
        {reasons.map((reason) => (
          <StateTag key={reason} tone="grey">
            {reasonLabel[reason]}
          </StateTag>
        ))}
        {dismissedBy && <small>{dismissedBy.name}标为不是重复</small>}
      </div>
      <div className={styles.verbs}>
        {dismissedAt ? (
          <Button loading={reopen.isPending} aria-label={`重新提示：${both}`} onClick={() => reopen.mutate()}>
            重新提示
          </Button>
        ) : (
          <>
            <Button
              loading={dismiss.isPending}
              aria-label={`不是重复：${both}`}
              onClick={() => dismiss.mutate()}
            >
              不是重复
            </Button>
            <Link to="/customers/merge" search={body}>
              <Button aria-label={`比较并合并：${both}`}>比较并合并</Button>
            </Link>
          </>
        )}
      </div>
      {(dismiss.error || reopen.error) && <RefusalBox error={dismiss.error ?? reopen.error} />}
    </li>
  )
}

function Side({ side }: { side: DuplicatePair['one'] }) {
  const { id, name, number, grade, status, ownerName, regionName, contactCount } = side
  return (
    <div className={styles.side}>
      <p>
        <LevelBadge level={levelOf[grade]} letter={grade} />
        <Link to="/customers/$customerId" params={{ customerId: id }}>
          <strong>{name}</strong>
        </Link>
      </p>
      <small>
        {[
          number,
          regionName,
          ownerName ?? '经理池',
          accountStatusLabel[status],
          `${contactCount} 位联系人`,
        ].join('，')}
      </small>
    </div>
  )
}
