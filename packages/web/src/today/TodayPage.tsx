import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Today } from '@zhuowei/contract/today.ts'
import { read } from '../app/client.ts'
import { DayRail } from '../ui/DayRail.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { DueList } from './DueList.tsx'
import { PhoneToday } from './PhoneToday.tsx'
import { TodayAside, TodayBelow } from './TodayAside.tsx'
import styles from './TodayPage.module.css'

/** 今天: what is due, in deadline order, one verb per row; beside it what this position looks at. */
export function TodayPage() {
  const phone = usePhone()
  const navigate = useNavigate()
  // What is “within 30 minutes” moves with the clock, so the page asks again each minute.
  const { data, error, refetch } = useQuery({ ...read('today', 'get'), refetchInterval: 60_000 })
  if (phone) return <PhoneToday today={data} error={error} onRetry={() => void refetch()} />
  const points = data?.rail.map(({ to, ...point }) => ({
    ...point,
    ...(to && { onOpen: () => void navigate({ href: to }) }),
  }))
  return (
    <Page>
      <PageHeader title="今天" note={data && <Sentence parts={data.sentence} />} />
      {error && !data && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {points?.some(({ key }) => key !== 'off-work') && <DayRail points={points} />}
      <Columns>
        <Stack>
          {!data && <Panel title="按截止时间">{!error && <ListSkeleton rows={8} height={54} />}</Panel>}
          {data && (data.items.length > 0 || !data.unread) && <DueList items={data.items} />}
          {data && <TodayBelow today={data} />}
        </Stack>
        <Stack>{data && <TodayAside today={data} />}</Stack>
      </Columns>
    </Page>
  )
}

function Sentence({ parts }: { parts: Today['sentence'] }) {
  let offset = 0
  return parts.map(({ text, tone }) => {
    offset += text.length
    return (
      <span key={offset} className={styles.part} data-tone={tone}>
        {text}
      </span>
    )
  })
}
