import { Link, useNavigate } from '@tanstack/react-router'
import type { TodayItem } from '@zhuowei/contract/today.ts'
import { Button } from 'antd'
import { type MouseEvent, useState } from 'react'
import { useApproval } from '../app/useApproval.ts'
import { useUrge } from '../app/useUrge.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { type ActionLook, DeadlineGroup, DeadlineRow } from '../ui/DeadlineRow.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './DueList.module.css'
import { type Filter, filters, groupsOf, groupTitle } from './groups.ts'

const shownThisWeek = 5

/** Everything that is due: first what can still be saved, then what is overdue, today, this week. */
export function DueList({ items }: { items: readonly TodayItem[] }) {
  const [filter, setFilter] = useState<Filter>('all')
  const [whole, setWhole] = useState(false)
  const available = filters.filter(
    ({ value, kinds }) => value === 'all' || items.some(({ kind }) => kinds.includes(kind)),
  )
  const chosen = available.find(({ value }) => value === filter) ?? available[0]
  const shown = items.filter(({ kind }) => !chosen || chosen.value === 'all' || chosen.kinds.includes(kind))
  return (
    <Panel
      title="按截止时间"
      note={items.length > 0 && `${items.length} 项`}
      flush
      extra={
        available.length > 2 && (
          <Segments
            label="只看一类"
            value={chosen?.value ?? 'all'}
            onChange={setFilter}
            options={available.map(({ value, label, kinds }) => ({
              value,
              label,
              count: value === 'all' ? items.length : items.filter(({ kind }) => kinds.includes(kind)).length,
            }))}
          />
        )
      }
    >
      {items.length === 0 ? (
        <Nothing />
      ) : (
        groupsOf(shown).map(([group, rows]) => {
          const cut = group === 'week' && !whole && rows.length > shownThisWeek
          return (
            <DeadlineGroup
              key={group}
              title={groupTitle[group]}
              note={`${rows.length} 项`}
              extra={
                cut && (
                  <button type="button" className={styles.more} onClick={() => setWhole(true)}>
                    全部展开
                  </button>
                )
              }
            >
              {(cut ? rows.slice(0, shownThisWeek) : rows).map((item) => (
                <Row key={item.key} item={item} />
              ))}
            </DeadlineGroup>
          )
        })
      )}
    </Panel>
  )
}

export function Row({ item }: { item: TodayItem }) {
  return (
    <DeadlineRow
      due={item.dueAt}
      title={item.title}
      tag={
        item.tag && (
          <StateTag tone={item.tag.tone === 'none' ? 'grey' : item.tag.tone}>{item.tag.text}</StateTag>
        )
      }
      facts={item.facts}
      clause={item.clause && <ClauseChip clause={item.clause} />}
      action={(look) => <Verb item={item} look={look} />}
    />
  )
}

function Verb({ item: { action, title }, look }: { item: TodayItem; look: ActionLook }) {
  const urge = useUrge()
  const approval = useApproval()
  const navigate = useNavigate()
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    void navigate({ href: action.to })
  }
  if (action.urge)
    return (
      <Button {...look} loading={urge.isPending} onClick={() => action.urge && urge.mutate(action.urge)}>
        {action.label}
      </Button>
    )
  if (action.approve)
    return (
      <span className={styles.verbs}>
        <Link to={action.to}>看</Link>
        <Button
          {...look}
          aria-label={`${action.label}：${title}`}
          loading={approval.isPending}
          onClick={() => action.approve && approval.mutate(action.approve)}
        >
          {action.label}
        </Button>
      </span>
    )
  return (
    <Button {...look} href={action.to} aria-label={`${action.label}：${title}`} onClick={go}>
      {action.label}
    </Button>
  )
}

function Nothing() {
  return (
    <EmptyState
      title="没有到期的事"
      note="新的日报、下一步和要核对的事会按截止时间出现在这里。"
      action={<Link to="/reports">看日常工作</Link>}
    />
  )
}
