import { useQuery } from '@tanstack/react-query'
import type { CalendarFeed } from '@zhuowei/contract/calendar-feed.ts'
import { Button, Input, Popconfirm, Switch } from 'antd'
import { useState } from 'react'
import { client, read } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { InstantText } from '../ui/DateText.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { usePhone } from '../ui/useMedia.ts'
import styles from './FeedSheet.module.css'

/** The secret address under which a calendar program on any device reads this calendar. */
export function FeedSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const phone = usePhone()
  const [address, setAddress] = useState<string | null>(null)
  const close = () => {
    setAddress(null)
    onClose()
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : 440}
      title="在手机和电脑的日历里看"
      destroyOnHidden
    >
      <div className={styles.sheet}>
        <p>
          苹果日历、Outlook、手机自带的日历都能订阅：自己的汇报期限、会议、任务、出差、请假、下一步和计划拜访，每小时左右更新一次。
        </p>
        <Feed address={address} onAddress={setAddress} />
      </div>
    </Sheet>
  )
}

interface FeedProps {
  address: string | null
  onAddress: (address: string | null) => void
}

function Feed({ address, onAddress }: FeedProps) {
  const mine = useQuery(read('calendarFeed', 'mine'))
  const changes = ['calendarFeed']
  const make = useCommand(() => client.calendarFeed.make(), {
    changes,
    onDone: ({ path }) => onAddress(`${window.location.origin}${path}`),
  })
  const revoke = useCommand(() => client.calendarFeed.revoke(), { changes, onDone: () => onAddress(null) })
  const change = useCommand((busyOnly: boolean) => client.calendarFeed.change({ body: { busyOnly } }), {
    changes,
  })
  const error = mine.error ?? make.error ?? revoke.error ?? change.error
  if (!mine.data) return error ? <RefusalBox error={error} /> : <ListSkeleton rows={2} />
  const { feed } = mine.data
  return (
    <>
      {error && <RefusalBox error={error} />}
      {address && <NewAddress address={address} />}
      {feed && <Facts feed={feed} onChange={change.mutate} changing={change.isPending} />}
      <div className={styles.verbs}>
        {feed ? (
          <>
            <Popconfirm
              title="换一个新地址？"
              description="原来的地址马上失效，订阅过的日历要重新添加。"
              okText="换新地址"
              cancelText="不换"
              onConfirm={() => make.mutate()}
            >
              <Button loading={make.isPending}>换新地址</Button>
            </Popconfirm>
            <Button danger loading={revoke.isPending} onClick={() => revoke.mutate()}>
              停用
            </Button>
          </>
        ) : (
          <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
            生成订阅地址
          </Button>
        )}
      </div>
    </>
  )
}

function NewAddress({ address }: { address: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(address).then(() => setCopied(true))
  return (
    <div className={styles.address}>
      <label htmlFor="feed-address">订阅地址（只显示这一次）</label>
      <Input.TextArea
        id="feed-address"
        readOnly
        autoSize
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.verbs}>
        <Button type="primary" onClick={copy}>
          {copied ? '已复制' : '复制地址'}
        </Button>
        <Button href={address.replace(/^https?:/, 'webcal:')}>在日历程序里打开</Button>
      </div>
      <p>知道这个地址的人都能看，不要转给别人。</p>
    </div>
  )
}

interface FactsProps {
  feed: CalendarFeed
  onChange: (busyOnly: boolean) => void
  changing: boolean
}

function Facts({ feed, onChange, changing }: FactsProps) {
  return (
    <dl className={styles.facts}>
      <div>
        <dt>生成</dt>
        <dd>
          <InstantText at={feed.createdAt} />
        </dd>
      </div>
      <div>
        <dt>最近读取</dt>
        <dd>{feed.lastReadAt ? <InstantText at={feed.lastReadAt} /> : '还没有'}</dd>
      </div>
      <div>
        <dt id="feed-busy">只显示忙闲</dt>
        <dd>
          <Switch
            aria-labelledby="feed-busy"
            checked={feed.busyOnly}
            loading={changing}
            onChange={(checked) => onChange(checked)}
          />
          <span>{feed.busyOnly ? '只有“忙”，没有客户和内容' : '显示内容'}</span>
        </dd>
      </div>
    </dl>
  )
}
