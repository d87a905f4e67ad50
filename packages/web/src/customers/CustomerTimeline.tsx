import { Link } from '@tanstack/react-router'
import type { TimelineItem } from '@zhuowei/contract/customer-shapes.ts'
import type { CustomerMerge } from '@zhuowei/contract/merges.ts'
import { contactLabel } from '@zhuowei/domain/customers/visit.ts'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { readPages } from '../app/client.ts'
import { useMergesInto } from '../app/useMergesInto.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './CustomerTimeline.module.css'

const UndoMergeDialog = lazy(() =>
  import('./UndoMergeDialog.tsx').then((module) => ({ default: module.UndoMergeDialog })),
)

type Only = 'all' | 'activities' | 'changes'

/** 时间线: visits with what came out of them, and every change with who and why. */
export function CustomerTimeline({ customerId, masked }: { customerId: string; masked: boolean }) {
  const [only, setOnly] = useState<Only>('all')
  const query = { limit: 20, ...(only !== 'all' && { only }) }
  const source = usePages(readPages('customers', 'timeline', { params: { id: customerId }, query }))
  const { items, error } = source
  const merges = useMergesInto(customerId)
  return (
    <section className={styles.section} aria-label="时间线">
      <header className={styles.head}>
        <h2>时间线</h2>
        {masked ? (
          <small>同事负责的客户，拜访和等级变化不显示</small>
        ) : (
          <Segments<Only>
            label="看什么"
            value={only}
            onChange={setOnly}
            options={[
              { value: 'all', label: '全部' },
              { value: 'activities', label: '拜访' },
              { value: 'changes', label: '变化' },
            ]}
          />
        )}
      </header>
      {error && !items ? (
        <RefusalBox error={error} onRetry={source.retry} />
      ) : !items ? (
        <ListSkeleton rows={5} />
      ) : items.length === 0 ? (
        <p className={styles.none}>{only === 'activities' ? '还没有拜访记录。' : '还没有记录。'}</p>
      ) : (
        <Timeline items={items.map((item) => lineOf(item, merges))} />
      )}
      {source.hasMore && (
        <Button type="link" size="small" loading={source.isLoadingMore} onClick={source.loadMore}>
          更早的
        </Button>
      )}
    </section>
  )
}

function lineOf(item: TimelineItem, merges: readonly CustomerMerge[]) {
  const when = <InstantText at={item.at} />
  if (item.activity)
    return {
      key: item.id,
      tone: 'brand' as const,
      title: <Visit item={item} />,
      when,
      text: <VisitText item={item} />,
    }
  // The event and the merge were written in one transaction, at one instant.
  const merge = item.verb === 'customer.merged' && merges.find(({ mergedAt }) => mergedAt === item.at)
  return {
    key: item.id,
    tone: 'grey' as const,
    title: item.summary,
    when,
    text: (
      <>
        <ChangeText item={item} />
        {merge && <UndoMerge merge={merge} />}
      </>
    ),
  }
}

function UndoMerge({ merge }: { merge: CustomerMerge }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        撤销合并
      </Button>
      {asking && (
        <Suspense>
          <UndoMergeDialog merge={merge} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}

function Visit({ item }: { item: TimelineItem }) {
  const { activity } = item
  if (!activity) return null
  const whom = activity.contacts.join('、')
  return (
    <Link to="/activities/$activityId" params={{ activityId: item.id }}>
      {contactLabel(activity)}
      {whom && `：${whom}`}
    </Link>
  )
}

function VisitText({ item: { activity, actor } }: { item: TimelineItem }) {
  if (!activity) return null
  return (
    <>
      <p>{activity.content}</p>
      <p>
        结果：{activity.result}
        {activity.problem !== '无' && `；问题：${activity.problem}`}
      </p>
      <p className={styles.who}>
        {actor?.name}
        {activity.nextStep && `，下一步：${activity.nextStep}`}
        {activity.nextOn && (
          <>
            （<DateText date={activity.nextOn} />）
          </>
        )}
      </p>
    </>
  )
}

function ChangeText({ item }: { item: TimelineItem }) {
  const { actor, onBehalfOf, reason, changes, summary } = item
  // One change is already told by the summary.
  const told =
    changes.length > 1 || (changes.length === 1 && !summary.includes(changes[0]?.to ?? '\n')) ? changes : []
  return (
    <>
      {told.map(({ label, from, to }) => (
        <p key={label}>
          {label}：{from ?? '无'} → {to ?? '无'}
        </p>
      ))}
      <p className={styles.who}>
        {actor?.name ?? '系统'}
        {onBehalfOf && `代${onBehalfOf.name}`}
        {reason && `：${reason}`}
      </p>
    </>
  )
}
