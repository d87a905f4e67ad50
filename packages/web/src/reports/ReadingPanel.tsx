import { useQuery } from '@tanstack/react-query'
import { read } from '../app/client.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './ReadingPanel.module.css'
import { percent } from './state-look.ts'

/** 五.1.1) 点评率: how many of the reports handed to this person were read and commented on, and how soon. */
export function ReadingPanel({ query, label }: { query: { from: string; to: string }; label: string }) {
  const { data } = useQuery(read('reports', 'readingRate', { query }))
  if (!data) return null
  const { submitted, read: opened, commented, people } = data
  return (
    <Panel
      title="点评率"
      note={`${label}交给我的 ${submitted} 份`}
      extra={<strong>{percent(submitted === 0 ? null : commented / submitted)}</strong>}
    >
      {submitted === 0 ? (
        <p className={styles.sum}>这段时间没有交给您的汇报。</p>
      ) : (
        <>
          <p className={styles.sum}>
            已阅 {opened}，已点评 {commented}；交后{waitOf(data.hoursToRead)}看，{waitOf(data.hoursToComment)}
            点评（中位数）
          </p>
          <table className={styles.people}>
            <thead>
              <tr>
                <th scope="col">谁交的</th>
                <th scope="col">交</th>
                <th scope="col">已阅</th>
                <th scope="col">点评</th>
                <th scope="col">多久点评</th>
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <tr key={one.id}>
                  <th scope="row">{one.name}</th>
                  <td>{one.submitted}</td>
                  <td>{one.read}</td>
                  <td>{one.commented}</td>
                  <td>{one.hoursToComment === null ? '无' : waitOf(one.hoursToComment)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  )
}

/** 40 分 · 14 时 · 2.1 天. */
function waitOf(hours: number | null): string {
  if (hours === null) return '未'
  if (hours < 1) return ` ${Math.max(1, Math.round(hours * 60))} 分`
  return hours < 48 ? ` ${Math.round(hours)} 时` : ` ${(hours / 24).toFixed(1)} 天`
}
