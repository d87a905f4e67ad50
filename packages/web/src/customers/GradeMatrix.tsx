import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type Grade, grades } from '@zhuowei/domain/customers/grade.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { GradeBadge } from './customer-words.tsx'
import styles from './GradeMatrix.module.css'

interface GradeMatrixProps {
  month: string
  latest: string
  from: Grade | undefined
  to: Grade | undefined
  onMonth: (month: string) => void
  onCell: (cell: { from: Grade; to: Grade } | null) => void
}

/** The changes of one month, rows from, columns to; each number opens its changes. */
export function GradeMatrix({ month, latest, from, to, onMonth, onCell }: GradeMatrixProps) {
  const { data, error, refetch } = useQuery(read('grades', 'matrix', { query: { month } }))
  const count = (one: Grade, other: Grade) =>
    data?.cells.find((cell) => cell.from === one && cell.to === other)?.count ?? 0
  const total = data?.cells.reduce((sum, cell) => sum + cell.count, 0) ?? 0
  const [year, number] = month.split('-')
  return (
    <Panel
      title={`${year} 年 ${Number(number)} 月`}
      note={data && `${total} 次${data.frequent > 0 ? `，${data.days} 天内反复 ${data.frequent} 次` : ''}`}
      extra={
        <>
          <Button
            size="small"
            type="text"
            aria-label="上一个月"
            icon={<LeftOutlined />}
            onClick={() => onMonth(monthsFrom(month, -1))}
          />
          <Button
            size="small"
            type="text"
            aria-label="下一个月"
            icon={<RightOutlined />}
            disabled={month >= latest}
            onClick={() => onMonth(monthsFrom(month, 1))}
          />
        </>
      }
    >
      {error && !data ? (
        <RefusalBox error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <ListSkeleton rows={2} />
      ) : (
        <table className={styles.matrix}>
          <caption className="visually-hidden">从哪一级到哪一级各几次</caption>
          <thead>
            <tr>
              <th scope="col">由</th>
              {grades.map((grade) => (
                <th key={grade} scope="col">
                  到 <GradeBadge grade={grade} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grades.map((one) => (
              <tr key={one}>
                <th scope="row">
                  <GradeBadge grade={one} />
                </th>
                {grades.map((other) => (
                  <td key={other}>
                    {count(one, other) > 0 ? (
                      <button
                        type="button"
                        aria-pressed={one === from && other === to}
                        aria-label={`由 ${one} 级到 ${other} 级 ${count(one, other)} 次`}
                        onClick={() => onCell(one === from && other === to ? null : { from: one, to: other })}
                      >
                        {count(one, other)}
                      </button>
                    ) : (
                      <span className={styles.none}>{one === other ? '—' : '0'}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function monthsFrom(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
