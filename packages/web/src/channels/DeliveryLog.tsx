import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { channelLabel, type Delivery, deliveryStateLabel } from '@zhuowei/contract/channels.ts'
import { Button } from 'antd'
import { readPages } from '../app/client.ts'
import { InstantText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Segments } from '../ui/Segments.tsx'
import { StateTag, type Tone } from '../ui/StateTag.tsx'
import { usePages } from '../ui/usePages.ts'
import styles from './DeliveryLog.module.css'

const route = getRouteApi('/shell/settings/channels')

type Shown = 'all' | 'failed' | 'waiting'

/** Who was sent what kind of thing, by which way and with which result; never what it said (三.1). */
export function DeliveryLog() {
  const { log } = route.useSearch()
  const navigate = useNavigate()
  const state = log === 'failed' ? ['failed' as const] : log && ['waiting' as const, 'sending' as const]
  const source = usePages(readPages('channels', 'deliveries', { query: { state } }))
  const { items, error } = source
  return (
    <Panel
      title="投递记录"
      flush
      extra={
        <Segments<Shown>
          label="哪些记录"
          value={log ?? 'all'}
          options={[
            { value: 'all', label: '全部' },
            { value: 'failed', label: '没有送到' },
            { value: 'waiting', label: '待发' },
          ]}
          onChange={(next) =>
            void navigate({
              to: '/settings/channels',
              search: next === 'all' ? {} : { log: next },
              replace: true,
            })
          }
        />
      }
    >
      {error !== null && error !== undefined && <RefusalBox error={error} onRetry={source.retry} />}
      {!items && !error && <ListSkeleton rows={6} />}
      {items?.length === 0 && (
        <div className={styles.empty}>
          <EmptyState title="没有这样的记录" note="每一次往外发的提醒都记在这里，只记给谁、哪一类和结果。" />
        </div>
      )}
      <ul className={styles.log}>
        {items?.map((one) => (
          <li key={one.id}>
            <Row delivery={one} />
          </li>
        ))}
      </ul>
      {source.hasMore && (
        <Button type="link" block loading={source.isLoadingMore} onClick={source.loadMore}>
          更早的记录
        </Button>
      )}
    </Panel>
  )
}

function Row({ delivery }: { delivery: Delivery }) {
  const { at, channel, kind, person, to, state, attempts, reason, nextAt } = delivery
  const who = [person?.name, to].filter(Boolean).join('，') || '已删除的群或设备'
  return (
    <>
      <div className={styles.what}>
        <p>
          <strong>{who}</strong> <span>{kind}</span>
        </p>
        <p className={styles.facts}>
          <InstantText at={at} />，{channelLabel[channel]}
          {attempts > 1 && `，试了 ${attempts} 次`}
          {reason && `：${reason}`}
          {nextAt && (
            <>
              ，下次 <InstantText at={nextAt} />
            </>
          )}
        </p>
      </div>
      <StateTag tone={tones[state]}>{deliveryStateLabel[state]}</StateTag>
    </>
  )
}

const tones: Record<Delivery['state'], Tone> = {
  waiting: 'amber',
  sending: 'brand',
  sent: 'green',
  failed: 'red',
  dropped: 'grey',
}
