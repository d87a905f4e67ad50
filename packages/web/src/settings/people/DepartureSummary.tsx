import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Departure.module.css'
import { type DepartureValues, shares } from './departure-values.ts'

/** What will have happened, in sentences, before the button is pressed. */
export function DepartureSummary({
  values,
  preview,
}: {
  values: DepartureValues
  preview: DeparturePreview
}) {
  const nameOf = (id: string | null | undefined) =>
    [...preview.successors, ...preview.managers].find((one) => one.id === id)?.name
  return (
    <Panel title="办理后">
      <ul className={styles.sentences}>
        <li>
          {preview.person.name}的最后工作日是 {dateOf(values.leavingDate)}
          {values.shutNow ? '，账号现在就关闭' : ''}。
        </li>
        {shares(values, preview).map(([to, count]) => (
          <li key={to ?? 'pool'}>
            {count} 个客户{receiverText(values, nameOf(to))}，片区不变。
          </li>
        ))}
        {preview.regions.map((region) => (
          <li key={region.id}>
            {region.name}的片区经理：{ownerName(region, values.owners[region.id]) ?? '还没有选'}。
          </li>
        ))}
        {preview.reports.length > 0 && (
          <li>
            {preview.reports.length} 名下属的上司：{nameOf(values.newManagerId) ?? '暂缺'}。
          </li>
        )}
        {preview.openComplaints > 0 && (
          <li>没处理完的 {preview.openComplaints} 件投诉退回派单，派单人各收到一条通知。</li>
        )}
        <li>接收人各收到一条通知；移交写进每个客户的历史。</li>
      </ul>
    </Panel>
  )
}

function dateOf(leavingDate: string): string {
  return leavingDate ? dateWithWeekday(leavingDate) : '（还没有选）'
}

function receiverText({ way, to: rest }: DepartureValues, name: string | undefined): string {
  if (name) return `归${name}`
  return way !== 'pool' && rest === null ? '还没有选接收人' : '进入经理池'
}

function ownerName(region: DeparturePreview['regions'][number], id: string | undefined): string | undefined {
  return region.candidates.find((candidate) => candidate.id === id)?.name
}
