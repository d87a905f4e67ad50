import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RailPoint, Today } from '@zhuowei/contract/today.ts'
import { read } from '../app/client.ts'
import { DayRail } from '../ui/DayRail.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Columns, Page, Stack } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { usePhone } from '../ui/useMedia.ts'
import { BegunVisits } from './BegunVisits.tsx'
import { DueList } from './DueList.tsx'
import { PhoneToday } from './PhoneToday.tsx'
import { Sentence } from './Sentence.tsx'
import { StartList } from './StartList.tsx'
import { StoryOfMine } from './StoryOfMine.tsx'
import { TodayAside, TodayBelow } from './TodayAside.tsx'
import { WeekNumbers } from './WeekNumbers.tsx'

/** 今天: what is due, in deadline order, one verb per row; beside it what this position looks at. */
export function TodayPage() {
  const phone = usePhone()
  const navigate = useNavigate()
  // What is “within 30 minutes” moves with the clock, so the page asks again each minute.
  const { data, error, refetch } = useQuery({ ...read('today', 'get'), refetchInterval: 60_000 })
  if (phone)
    return (
      <>
        <PhoneToday today={data} error={error} onRetry={() => void refetch()} />
        <StoryOfMine />
      </>
    )
  const points = data?.rail.map(({ to, ...point }) => ({
    ...point,
    ...(to && { onOpen: () => void navigate({ href: to }) }),
  }))
  return (
    <Page>
      <PageHeader title="今天" note={data && <Sentence parts={data.sentence} />} />
      {error && !data && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {points?.some(isPlanned) && <DayRail points={points} />}
      <Columns>
        <Stack>
          {!data && <Panel title="按截止时间">{!error && <ListSkeleton rows={8} height={54} />}</Panel>}
          <BegunVisits />
          {data?.start && <StartList steps={data.start} />}
          {data?.numbers && <WeekNumbers numbers={data.numbers} />}
          {data && hasList(data) && <DueList items={data.items} exempt={data.exempt} />}
          {data && <TodayBelow today={data} />}
        </Stack>
        <Stack>{data && <TodayAside today={data} />}</Stack>
      </Columns>
      <StoryOfMine />
    </Page>
  )
}

/** The end of work and of the day come every day: without anything between them there is no rail. */
const isPlanned = ({ key }: Pick<RailPoint, 'key'>) => key !== 'off-work' && key !== 'daily'

/** Whoever reads first of all, and has nothing due, sees no empty list. */
const hasList = ({ items, exempt, unread, start }: Today) =>
  items.length > 0 || exempt !== null || (!unread && !start)
