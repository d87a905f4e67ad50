import { CalendarOutlined } from '@ant-design/icons'
import type { AbsenceRecord } from '@zhuowei/contract/attendance.ts'
import { shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { Button } from 'antd'
import { useNow } from '../ui/clock.ts'
import { DateText } from '../ui/DateText.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Portrait } from '../ui/Portrait.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { TwoLineList, TwoLines } from '../ui/TwoLineList.tsx'
import { usePhone } from '../ui/useMedia.ts'
import type { ListSource } from '../ui/usePages.ts'
import styles from './AbsenceList.module.css'
import type { AttendanceSearch } from './attendance-search.ts'
import { lengthText, periodText, whatText } from './words.ts'

export interface AbsenceListParts {
  source: ListSource<AbsenceRecord>
  search: AttendanceSearch
  change: (next: Partial<AttendanceSearch>) => void
  monthLabel: string
  isFiltered: boolean
  /** For others, and for oneself. */
  register: (() => void) | undefined
  request: (() => void) | undefined
}

export function AbsenceList({ source, search, change, monthLabel, isFiltered }: AbsenceListParts) {
  const phone = usePhone()
  const showsRegistration = !phone && search.open === undefined
  return (
    <TwoLineList
      label="请假和出差"
      source={source}
      keyOf={({ id }) => id}
      columns={['minmax(0, 1fr)', !phone && '190px', showsRegistration && '120px'].filter(Boolean).join(' ')}
      row={(absence) => <AbsenceRow absence={absence} showsRegistration={showsRegistration} />}
      selected={search.open ?? null}
      onSelect={(open) => change({ open: open ?? undefined })}
      onOpen={({ id }) => change({ open: id })}
      foot={(shown) => <span>共 {shown} 条</span>}
      empty={
        isFiltered ? (
          <EmptyState
            title={`${monthLabel}没有符合条件的请假或出差`}
            action={
              <Button onClick={() => change({ kind: undefined, personId: undefined })}>清除条件</Button>
            }
          />
        ) : (
          <EmptyState
            icon={<CalendarOutlined />}
            title={`${monthLabel}没有请假或出差`}
            note="请假由上级批准，出差在出发前登记，那几天的日报免填。"
          />
        )
      }
    />
  )
}

function AbsenceRow({ absence, showsRegistration }: { absence: AbsenceRecord; showsRegistration: boolean }) {
  const phone = usePhone()
  const today = shanghaiDate(useNow())
  const { person, reason, approvedBy, registeredOn, waiting } = absence
  const what = whatText(absence)
  const period = periodText(absence, today)
  return (
    <>
      <TwoLines
        lead={<Portrait name={person.name} size={phone ? 36 : 28} />}
        title={person.name}
        tag={<AbsenceState absence={absence} />}
        facts={phone ? `${what}，${period}` : `${what}：${reason}`}
      />
      {!phone && (
        <div className={styles.when}>
          <p>{period}</p>
          <p>{lengthText(absence)}</p>
        </div>
      )}
      {showsRegistration && (
        <div className={styles.when}>
          <p>{approvedBy?.name ?? '本人'}</p>
          <p>
            <DateText date={registeredOn} />
            {waiting ? '申请' : '登记'}
          </p>
        </div>
      )}
    </>
  )
}

/** One state at most: what no longer holds, then what is special about it, then what holds now. */
export function AbsenceState({ absence }: { absence: AbsenceRecord }) {
  const today = shanghaiDate(useNow())
  const { cancelledAt, refusal, waiting, lateApproved, from, to } = absence
  if (cancelledAt) return <StateTag tone="outlined">已撤销</StateTag>
  if (refusal) return <StateTag tone="red">未批准</StateTag>
  if (waiting) return <StateTag tone="amber">待批准</StateTag>
  if (lateApproved) return <StateTag tone="amber">事后登记</StateTag>
  if (from <= today && today <= to) return <StateTag tone="brand">今天</StateTag>
  if (from > today) return <StateTag tone="grey">未开始</StateTag>
  return null
}
