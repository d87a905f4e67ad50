import { Link } from '@tanstack/react-router'
import type { Today, TodayGroup, TodayItem } from '@zhuowei/contract/today.ts'
import { useState } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { DeadlineGroup, DeadlineRow } from '../ui/DeadlineRow.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './DueList.module.css'
import { type Filter, filters, groupsOf, groupTitle } from './groups.ts'
import { Verb } from './Verb.tsx'

const shownAhead = 5

/** What is not pressing yet, of which a few rows will do. */
const ahead: ReadonlySet<TodayGroup> = new Set(['week', 'next', 'later'])

/** Everything that is due: first what can still be saved, then what is overdue, today, this week. */
interface DueListProps {
  items: readonly TodayItem[]
  exempt: Today['exempt']
}

export function DueList({ items, exempt }: DueListProps) {
  const [filter, setFilter] = useState<Filter>('all')
  const [whole, setWhole] = useState<TodayGroup | null>(null)
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
      {exempt && <Exempt exempt={exempt} />}
      {items.length === 0 ? (
        <Nothing />
      ) : (
        groupsOf(shown).map(([group, rows]) => {
          const cut = ahead.has(group) && whole !== group && rows.length > shownAhead
          return (
            <DeadlineGroup
              key={group}
              title={groupTitle[group]}
              note={`${rows.length} 项`}
              extra={
                cut && (
                  <button type="button" className={styles.more} onClick={() => setWhole(group)}>
                    全部展开
                  </button>
                )
              }
            >
              {(cut ? rows.slice(0, shownAhead) : rows).map((item) => (
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
  const phone = usePhone()
  return (
    <DeadlineRow
      due={item.dueAt}
      wholeDay={item.kind === 'maintenance'}
      title={item.title}
      tag={
        item.tag && (
          <StateTag tone={item.tag.tone === 'none' ? 'grey' : item.tag.tone}>{item.tag.text}</StateTag>
        )
      }
      facts={item.facts}
      clause={!phone && item.clause && <ClauseChip clause={item.clause} />}
      action={(look) => <Verb item={item} look={look} />}
    />
  )
}

/** Nothing is owed today, and why. */
export function Exempt({ exempt }: { exempt: NonNullable<Today['exempt']> }) {
  return (
    <p className={styles.exempt}>
      <StateTag tone="grey">免填</StateTag>
      <span>{exempt.text}</span>
      {exempt.clause && <ClauseChip clause={exempt.clause} />}
    </p>
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
