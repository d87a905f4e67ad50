import type { AbsenceRecord as Absence } from '@zhuowei/contract/attendance.ts'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { DateText, InstantText } from '../ui/DateText.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { AbsenceState } from './AbsenceList.tsx'
import styles from './AbsenceRecord.module.css'
import { CancelAbsence } from './CancelAbsence.tsx'
import { DecideAbsence, WithdrawRequest } from './DecideAbsence.tsx'
import { lengthText, periodText, whatText } from './words.ts'

/** One leave or trip: what, when, why, who registered it, and what it means for the daily reports. */
export function AbsenceRecord({ absence }: { absence: Absence }) {
  const today = shanghaiDate(useNow())
  const [cancelling, setCancelling] = useState(false)
  const { person, kind, reason, approvedBy, approvedAt, refusal, cancelledAt, can } = absence
  return (
    <div className={styles.record}>
      <header className={styles.head}>
        <Portrait name={person.name} size={40} />
        <div>
          <h2>
            {person.name} <AbsenceState absence={absence} />
          </h2>
          <p>{whatText(absence)}</p>
        </div>
      </header>
      <dl className={styles.facts}>
        <Fact label="日期">
          {periodText(absence, today)}，{lengthText(absence)}
        </Fact>
        <Fact label="事由">{reason}</Fact>
        {approvedAt && (
          <Fact label="批准">
            {approvedBy?.name}，<InstantText at={approvedAt} />
          </Fact>
        )}
        {refusal && (
          <Fact label="不批准">
            {refusal.by}，<InstantText at={refusal.at} />：{refusal.reason}
          </Fact>
        )}
        <Fact label="日报">
          <ReportDuty absence={absence} />
        </Fact>
        {cancelledAt && (
          <Fact label="撤销">
            <InstantText at={cancelledAt} />
          </Fact>
        )}
      </dl>
      {can.decide && <DecideAbsence absence={absence} />}
      {can.withdraw && <WithdrawRequest absence={absence} />}
      {can.cancel &&
        (cancelling ? (
          <CancelAbsence absence={absence} onClose={() => setCancelling(false)} />
        ) : (
          <div>
            <Button onClick={() => setCancelling(true)}>撤销{absenceKindLabel[kind]}</Button>
          </div>
        ))}
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ReportDuty({ absence }: { absence: Absence }) {
  const { kind, portion, cancelledAt, refusal, waiting, lateApproved, registeredOn, from } = absence
  if (refusal) return '没有批准，日报照常填写。'
  if (cancelledAt) return '撤销时未截止的日报恢复应填，已截止的结论不变。'
  const late = lateApproved && (
    <>
      <DateText date={from} /> 开始，
      <DateText date={registeredOn} /> 才登记；登记时已经截止的日报，结论不变。
    </>
  )
  if (portion !== 'full')
    return (
      <>
        只请半天，当天日报仍要填。 <ClauseChip clause="五.1.3)①" />
      </>
    )
  if (waiting)
    return kind === 'trip' && registeredOn <= from ? (
      <>
        出发前已登记，期间日报免填；不批准则恢复应填。 <ClauseChip clause="五.4.3)①" />
      </>
    ) : (
      <>
        批准以前日报照常填写。 <ClauseChip clause={kind === 'trip' ? '五.4.3)①' : '三.3-b'} />
      </>
    )
  if (kind === 'leave')
    return (
      <>
        请假已批准，期间日报免填。{late} <ClauseChip clause="三.3-b" />
      </>
    )
  return (
    <>
      出差期间日报免填，回来再填出差报告。{late} <ClauseChip clause="五.4.3)①" />
    </>
  )
}
