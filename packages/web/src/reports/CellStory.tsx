import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComplianceCell } from '@zhuowei/contract/compliance.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday, deadlineText } from '@zhuowei/domain/calendar/wording.ts'
import { obligationLabel, reportKindLabel, reportKindOf } from '@zhuowei/domain/reports/kinds.ts'
import { specialReasonLabel, stateLabel } from '@zhuowei/domain/reports/timeliness.ts'
import { Button } from 'antd'
import { read } from '../app/client.ts'
import { PathLink } from '../app/PathLink.tsx'
import { useSession } from '../app/session.ts'
import { useUrge } from '../app/useUrge.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import type { DotTone } from '../ui/Dot.tsx'
import { ListSkeleton } from '../ui/ListSkeleton.tsx'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { Timeline } from '../ui/Timeline.tsx'
import styles from './CellStory.module.css'
import { Decision, Uphold } from './Decision.tsx'
import { stateTone } from './state-look.ts'

/** Owed why → due → grace → what came when → conclusion, each with its clause; then what may still be done and until when. */
export function CellStory({ personId, date }: { personId: string; date: string }) {
  return <Story asked={useQuery(read('compliance', 'cell', { params: { personId, date } }))} />
}

/** The same of a week, a month or a trip. */
export function DutyStory({ obligationId }: { obligationId: string }) {
  return <Story asked={useQuery(read('compliance', 'obligation', { params: { id: obligationId } }))} />
}

function Story({ asked: { data: cell, error } }: { asked: UseQueryResult<ComplianceCell> }) {
  if (error && !cell) return <RefusalBox error={error} />
  if (!cell) return <ListSkeleton rows={5} height={44} />
  return (
    <div className={styles.story}>
      <header>
        <div>
          <h2>
            {cell.person.name}，{cell.kind === 'daily' ? dateWithWeekday(cell.date) : cell.subject}
          </h2>
          <small>{cell.kind === 'daily' ? `${cell.subject}，一天` : obligationLabel[cell.kind]}</small>
        </div>
        {cell.state !== 'none' && (
          <StateTag tone={stateTone[reportStateOf(cell.state)]}>
            {stateLabel[reportStateOf(cell.state)]}
          </StateTag>
        )}
      </header>
      <Timeline
        items={cell.story.map(({ title, text, clause }, index) => ({
          key: title,
          tone: toneOf(cell, index),
          title: (
            <>
              {title} {clause && <ClauseChip clause={clause} />}
            </>
          ),
          text,
        }))}
      />
      <Facts cell={cell} />
      <Possible cell={cell} />
    </div>
  )
}

const reportStateOf = (state: Exclude<ComplianceCell['state'], 'none'>) =>
  state === 'leave' || state === 'trip' ? 'exempt' : state

/** The steps are calm; the last one takes the colour of the conclusion. */
function toneOf({ state, story }: ComplianceCell, index: number): DotTone {
  if (index < story.length - 1) return 'grey'
  if (state === 'on_time') return 'green'
  if (state === 'missed' || state === 'late_fill') return 'red'
  return state === 'excused_late' || state === 'pending' ? 'amber' : 'grey'
}

function Facts({ cell }: { cell: ComplianceCell }) {
  const { specialReasonKind, specialReason, waiver, rejection, upheld } = cell
  return (
    <>
      {specialReasonKind && cell.state !== 'on_time' && (
        <p className={styles.fact}>
          特殊原因：{specialReasonLabel[specialReasonKind]}
          {specialReason && `，${specialReason}`}
        </p>
      )}
      {waiver && (
        <p className={styles.fact}>
          {waiver.by.name}豁免：{waiver.reason}
        </p>
      )}
      {rejection && (
        <p className={styles.fact}>
          {rejection.by.name}认定理由不成立：{rejection.reason}
        </p>
      )}
      {upheld && !waiver && !rejection && (
        <p className={styles.fact}>
          {upheld.by.name}
          {cell.state === 'excused_late' ? '认可特殊原因' : '维持未填'}
          {upheld.reason && `：${upheld.reason}`}
        </p>
      )}
    </>
  )
}

function Possible({ cell }: { cell: ComplianceCell }) {
  const { person } = useSession()
  const now = useNow()
  const urge = useUrge()
  const { can, obligationId, reportId, decideUntil } = cell
  const own = cell.person.id === person.id
  const decides = can.waive || can.withdrawWaiver || can.rejectReason || can.uphold
  if (!obligationId || !(decides || can.urge || can.readReport || own)) return null
  return (
    <footer>
      {decides && decideUntil && (
        <p>
          可在 {deadlineText(new Date(decideUntil), shanghaiDate(now))} 前决定{' '}
          <ClauseChip clause="系统默认" dashed />
        </p>
      )}
      <div className={styles.verbs}>
        {can.urge && (
          <Button type="primary" size="small" loading={urge.isPending} onClick={() => urge.mutate(cell)}>
            催办
          </Button>
        )}
        {can.waive && <Decision kind="waive" obligationId={obligationId} primary={can.uphold} />}
        {can.uphold && <Uphold cell={cell} obligationId={obligationId} />}
        {can.withdrawWaiver && <Decision kind="withdraw" obligationId={obligationId} />}
        {can.rejectReason && <Decision kind="reject" obligationId={obligationId} />}
        {reportId && (
          <Link to="/reports/$reportId" params={{ reportId }}>
            看这篇{reportKindLabel[reportKindOf[cell.kind]]}
          </Link>
        )}
        {own && !reportId && <PathLink path={cell.editor}>去写</PathLink>}
      </div>
    </footer>
  )
}
