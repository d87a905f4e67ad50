import type { DeparturePreview } from '@zhuowei/contract/departure.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { useSession } from '../../app/session.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Departure.module.css'
import { workNote } from './DepartureOthers.tsx'
import { type DepartureValues, hasOpenWork, shares } from './departure-values.ts'

/** What will have happened, in sentences, before the button is pressed. */
export function DepartureSummary({
  values,
  preview,
}: {
  values: DepartureValues
  preview: DeparturePreview
}) {
  const { today } = useSession()
  const nameOf = (id: string | null | undefined) =>
    [...preview.successors, ...preview.managers].find((one) => one.id === id)?.name
  const { toDispatch, inCallback } = preview.openComplaints
  return (
    <Panel title="办理后">
      <ul className={styles.sentences}>
        <li>
          {preview.person.name}的最后工作日是 {dateOf(values.leavingDate)}
          {values.shutNow ? '，账号现在就关闭' : ''}。
        </li>
        {!values.shutNow && values.leavingDate >= today && handsOver(preview) && (
          <li>
            <strong>
              客户、片区、投诉和没做完的事现在就移交，账号到 {dateOf(values.leavingDate)} 24:00 为止。
            </strong>
          </li>
        )}
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
        {hasOpenWork(preview) && (
          <li>
            {workNote(preview.openWork)}
            {preview.workers.length === 0
              ? '没有人可以接手，先留着'
              : `归${preview.workers.find(({ id }) => id === values.workTo)?.name ?? '（还没有选接手的人）'}`}
            。
          </li>
        )}
        {preview.openWork.givenTasks > 0 && (
          <li>
            他交办的 {preview.openWork.givenTasks} 项由{nameOf(values.newManagerId) ?? '接任的上司'}验收。
          </li>
        )}
        {toDispatch > 0 && <li>没处理完的 {toDispatch} 件投诉退回派单，派单人各收到一条通知。</li>}
        {inCallback > 0 && <li>已解决、待回访的 {inCallback} 件投诉照常回访，不再有处理人。</li>}
        <li>接收人各收到一条通知；移交写进每个客户的历史。</li>
      </ul>
    </Panel>
  )
}

/** Somebody who keeps the account until the last day works on without what he handled. */
const handsOver = (preview: DeparturePreview) => hasOpenWork(preview) || handsOverCustomers(preview)

const handsOverCustomers = ({ customersTotal, regions, openComplaints }: DeparturePreview) =>
  customersTotal + regions.length + openComplaints.toDispatch + openComplaints.inCallback > 0

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
