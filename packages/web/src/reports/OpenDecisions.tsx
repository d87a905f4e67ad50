import { useQuery } from '@tanstack/react-query'
import type { OpenObligation } from '@zhuowei/contract/compliance.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { countdown, deadlineText, shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { useUrge } from '../app/useUrge.ts'
import { useNow } from '../ui/clock.ts'
import { Dot } from '../ui/Dot.tsx'
import { Panel } from '../ui/Panel.tsx'
import styles from './OpenDecisions.module.css'

interface OpenDecisionsProps {
  divisionId: string | undefined
  onOpen: (duty: OpenObligation) => void
}

/** 要处理: what can still be changed, with its last day. */
export function OpenDecisions({ divisionId, onOpen }: OpenDecisionsProps) {
  const now = useNow()
  const today = shanghaiDate(now)
  const urge = useUrge()
  const { data } = useQuery(read('compliance', 'missing', { query: { divisionId } }))
  const pending = data?.filter(({ state }) => state === 'pending') ?? []
  const decisions = (data ?? []).filter(({ can }) => can.uphold).toSorted(byUrgency)
  const reports = [...Map.groupBy(pending, ({ kind, period }) => `${kind} ${period}`).values()]
  const count = reports.length + decisions.length
  return (
    <Panel title="要处理" note={data && (count > 0 ? `${count} 项` : '没有')} flush>
      <ul className={styles.rows}>
        {reports.map(
          ([first, ...others]) =>
            first && (
              <li key={first.obligationId}>
                <Dot tone="amber" />
                <span>
                  <strong>{namesOf([first, ...others])}</strong>
                  <small>
                    {first.kind === 'daily' ? `${shortDate(first.date, today)}日报` : first.subject}没交，
                    {countdown(now, new Date(first.graceAt))}
                  </small>
                </span>
                {[first, ...others].some(({ can }) => can.urge) && (
                  <Button
                    type="primary"
                    size="small"
                    loading={urge.isPending}
                    onClick={() => urge.mutate(first)}
                  >
                    催办
                  </Button>
                )}
              </li>
            ),
        )}
        {decisions.map((item) => (
          <li key={item.obligationId}>
            <Dot tone={item.state === 'excused_late' ? 'amber' : 'red'} />
            <span>
              <strong>{item.person.name}</strong>
              <small>
                {whatOf(item, today).map((part, index) => (
                  <span key={part} className={styles.part}>
                    {part}
                    {index === 0 && '，'}
                  </span>
                ))}
              </small>
            </span>
            <Button color="primary" variant="filled" size="small" onClick={() => onOpen(item)}>
              核对
            </Button>
          </li>
        ))}
      </ul>
      {data && count === 0 && <p className={styles.none}>没有待交的汇报，也没有还能豁免的未填。</p>}
    </Panel>
  )
}

const namesShown = 8

function namesOf(owing: readonly OpenObligation[]): string {
  const names = owing.slice(0, namesShown).map(({ person }) => person.name)
  return owing.length > names.length ? `${names.join('、')}等 ${owing.length} 人` : names.join('、')
}

function whatOf({ kind, subject, date, state, decideUntil }: OpenObligation, today: string): string[] {
  const word = stateLabel[state].replace(/（.*）/, '')
  return [
    `${kind === 'daily' ? shortDate(date, today) : subject} ${word}`,
    `可决定到 ${lastDay(decideUntil, today)}`,
  ]
}

/** A decision is open to the end of a day, so the day says it all. */
const lastDay = (until: string, today: string) => deadlineText(new Date(until), today).replace(' 24:00', '')

/** 未填 before special reasons, the nearest last day first. */
function byUrgency(one: OpenObligation, other: OpenObligation): number {
  const rank = ({ state }: OpenObligation) => (state === 'excused_late' ? 1 : 0)
  return rank(one) - rank(other) || one.decideUntil.localeCompare(other.decideUntil)
}
