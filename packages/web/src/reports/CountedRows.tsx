import { useQuery } from '@tanstack/react-query'
import type { CountedObligation } from '@zhuowei/contract/compliance.ts'
import { addDays } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import styles from './CountedRows.module.css'
import { stateTone } from './state-look.ts'

interface CountedRowsProps {
  only: 'missed' | 'all'
  divisionId: string | undefined
  today: string
  onOpen: (row: CountedObligation) => void
  onClose: () => void
}

/** The rows behind the seven-day numbers of 总经理: reports of every kind, each opening its story. */
export function CountedRows({ only, divisionId, today, onOpen, onClose }: CountedRowsProps) {
  const query = {
    ...{ from: addDays(today, -7), to: addDays(today, -1), divisionId },
    ...(only === 'missed' && { only }),
  }
  const { data, error, refetch } = useQuery(read('compliance', 'counted', { query }))
  return (
    <Panel
      title={only === 'missed' ? '近 7 天未填的汇报' : '近 7 天应填的汇报'}
      note={data && `${data.total} 份，日报、周报、月报、出差报告`}
      extra={
        <Button className={styles.close} type="text" size="small" onClick={onClose}>
          收起
        </Button>
      }
      flush
    >
      {error && !data && <RefusalBox error={error} onRetry={() => void refetch()} />}
      {!data && !error && <ListSkeleton rows={4} height={44} />}
      {data?.total === 0 && <p className={styles.none}>近 7 天没有。</p>}
      <ul className={styles.rows}>
        {data?.items.map((row) => (
          <li key={row.obligationId}>
            <button type="button" onClick={() => onOpen(row)}>
              <span>
                <strong>{row.person.name}</strong> <small>{row.division}</small>
              </span>
              <span>{row.kind === 'daily' ? `${dateWithWeekday(row.date)} 日报` : row.subject}</span>
              <StateTag tone={stateTone[row.state]}>{stateLabel[row.state]}</StateTag>
            </button>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length && (
        <p className={styles.none}>只列出 {data.items.length} 份，其余在下面的表里。</p>
      )}
    </Panel>
  )
}
