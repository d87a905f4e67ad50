import type { Today, TodayItem } from '@zhuowei/contract/today.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { PathLink } from '../app/PathLink.tsx'
import { useUrge } from '../app/useUrge.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { DeadlineGroup } from '../ui/DeadlineRow.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Page } from '../ui/Page.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { BegunVisits } from './BegunVisits.tsx'
import { Exempt, Row } from './DueList.tsx'
import { groupsOf, groupTitle } from './groups.ts'
import styles from './PhoneToday.module.css'
import { Sentence } from './Sentence.tsx'
import { StartList } from './StartList.tsx'
import { TodayAside, TodayBelow } from './TodayAside.tsx'
import { WeekNumbers } from './WeekNumbers.tsx'

interface PhoneTodayProps {
  today: Today | undefined
  error: unknown
  onRetry: () => void
}

/** The same order under a thumb: what can still be saved is the banner with the one full-width button. */
export function PhoneToday({ today, error, onRetry }: PhoneTodayProps) {
  const now = useNow()
  const date = shanghaiDate(now)
  const soon = today?.items.filter(({ group }) => group === 'soon') ?? []
  const rest = today?.items.filter(({ group }) => group !== 'soon') ?? []
  return (
    <Page>
      <PageHeader title={`今天 ${shortDate(date, date)}`} />
      <div className={styles.page}>
        {Boolean(error) && !today && <RefusalBox error={error} onRetry={onRetry} />}
        {!today && !error && <ListSkeleton rows={6} height={74} />}
        {soon[0] && <Banner items={soon} first={soon[0]} />}
        {today && !soon[0] && (
          <p className={styles.sentence}>
            <Sentence parts={today.sentence} />
          </p>
        )}
        {today?.exempt && <Exempt exempt={today.exempt} />}
        {today && today.items.length === 0 && !today.start && !today.numbers && (
          <EmptyState title="今天没有到期的事" />
        )}
        <div className={styles.cards}>
          {today?.start && <StartList steps={today.start} />}
          {today?.numbers && <WeekNumbers numbers={today.numbers} />}
          <BegunVisits />
        </div>
        {rest.length > 0 && (
          <div className={styles.list}>
            <h2 className="visually-hidden">按截止时间</h2>
            {groupsOf(rest).map(([group, rows]) => (
              <DeadlineGroup key={group} title={groupTitle[group]} note={`${rows.length} 项`}>
                {rows.map((item) => (
                  <Row key={item.key} item={item} />
                ))}
              </DeadlineGroup>
            ))}
          </div>
        )}
      </div>
      {today && <TodayBelow today={today} />}
      {today && <TodayAside today={today} />}
    </Page>
  )
}

const whatThen = ({ kind }: TodayItem) =>
  kind === 'meeting' ? '开会' : kind === 'team_reports' ? '以没填计' : '到期'

function Banner({ items, first }: { items: readonly TodayItem[]; first: TodayItem }) {
  const now = useNow()
  const urge = useUrge()
  const minutes = Math.max(1, Math.ceil((new Date(first.dueAt).getTime() - now.getTime()) / 60_000))
  const own = items.filter(({ kind }) => kind === 'own_report')
  const verb = own[0] ?? first
  return (
    <section className={styles.banner}>
      <p>
        <strong>{minutes} 分</strong> 后{own.length > 0 ? ` ${own.length} 份汇报以没填计` : whatThen(first)}
      </p>
      <p className={styles.what}>
        {items.map(({ title }) => title).join('、')} {first.clause && <ClauseChip clause={first.clause} />}
      </p>
      {verb.action.urge ? (
        <Button
          type="primary"
          block
          size="large"
          loading={urge.isPending}
          onClick={() => verb.action.urge && urge.mutate(verb.action.urge)}
        >
          {verb.action.label}
        </Button>
      ) : (
        <PathLink path={verb.action.to}>
          <Button type="primary" block size="large" tabIndex={-1}>
            {verb.action.label}
          </Button>
        </PathLink>
      )}
    </section>
  )
}
