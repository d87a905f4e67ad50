import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { read } from '../app/client.ts'
import { Panel } from '../ui/Panel.tsx'
import { PeopleRow, PeopleTable } from '../ui/PeopleTable.tsx'
import styles from './ReadingPanel.module.css'
import { percent } from './state-look.ts'

/** 五.1.1) 点评率: how many of the reports handed to this person were read and commented on, and how soon. */
export function ReadingPanel({ query, label }: { query: { from: string; to: string }; label: string }) {
  const navigate = useNavigate()
  const { data } = useQuery(read('reports', 'readingRate', { query }))
  if (!data) return null
  const { submitted, read: opened, commented, people } = data
  return (
    <Panel
      title="点评率"
      note={`${label}交给我的 ${submitted} 份`}
      flush
      extra={<strong>{percent(submitted === 0 ? null : commented / submitted)}</strong>}
    >
      {submitted === 0 ? (
        <p className={styles.sum}>这段时间没有交给您的汇报。</p>
      ) : (
        <>
          <p className={styles.sum}>
            已阅 {opened}，已点评 {commented}；交后看{waitOf(data.hoursToRead)}，点评
            {waitOf(data.hoursToComment)}（中位数）
          </p>
          <PeopleTable headings={['谁交的', '已阅', '点评', '多久点评']}>
            {people.map((one) => (
              <PeopleRow
                key={one.id}
                name={one.name}
                note={`${one.submitted} 份`}
                onChoose={() =>
                  void navigate({ to: '/reports/team', search: { box: 'all', personId: one.id, ...query } })
                }
              >
                <td>{one.read}</td>
                <td>{one.commented}</td>
                <td>{one.hoursToComment === null ? '无' : waitOf(one.hoursToComment)}</td>
              </PeopleRow>
            ))}
          </PeopleTable>
        </>
      )}
    </Panel>
  )
}

/** 40 分 · 14 时 · 2.1 天. */
function waitOf(hours: number | null): string {
  if (hours === null) return '：还没有'
  if (hours < 1) return ` ${Math.max(1, Math.round(hours * 60))} 分`
  return hours < 48 ? ` ${Math.round(hours)} 时` : ` ${(hours / 24).toFixed(1)} 天`
}
