import { useQuery } from '@tanstack/react-query'
import type { OpenObligation } from '@zhuowei/contract/compliance.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { useUrge } from '../app/useUrge.ts'
import { useNow } from '../ui/clock.ts'
import styles from './NotYetFiled.module.css'

/** 还没交: who still owes a report whose due time is over, by day, with 催办 in place. */
export function NotYetFiled() {
  const { data } = useQuery(read('compliance', 'missing', { query: {} }))
  const pending = data?.filter(({ state, can }) => state === 'pending' && can.urge) ?? []
  return [...Map.groupBy(pending, ({ kind, period }) => `${kind} ${period}`)].map(([key, owing]) => (
    <OwingOf key={key} owing={owing} />
  ))
}

function OwingOf({ owing }: { owing: readonly OpenObligation[] }) {
  const now = useNow()
  const today = shanghaiDate(now)
  const urge = useUrge()
  const [first] = owing
  if (!first) return null
  const { kind, period, date, subject } = first
  const grace = new Date(first.graceAt)
  return (
    <section className={styles.owing}>
      <header>
        <h2>还没交，{kind === 'daily' ? shortDate(date, today) : subject}</h2>
        <Button
          type="link"
          size="small"
          loading={urge.isPending}
          onClick={() => urge.mutate({ kind, period })}
        >
          催办
        </Button>
      </header>
      <p>
        <strong>{owing.map(({ person }) => person.name).join('、')}</strong> {countdown(now, grace)}，
        {deadlineText(grace, today)} 后以没填计
      </p>
    </section>
  )
}
