import { useQuery } from '@tanstack/react-query'
import { absenceKindLabel } from '@zhuowei/domain/attendance/absence.ts'
import { daysBetween, isPlainDate, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Role } from '@zhuowei/domain/organisation/roles.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { read } from '../app/client.ts'
import { useSession } from '../app/session.ts'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './AbsenceEffect.module.css'
import { type AbsenceValues, wantedOf } from './absence-values.ts'
import { effectOn } from './effect.ts'
import { useStaff } from './useStaff.ts'
import { periodText, stands, whatText } from './words.ts'

/** What the registration will do, in sentences, before the button is pressed. */
export function AbsenceEffect({ values, own }: { values: AbsenceValues; own: boolean }) {
  const { from, to, personId } = values
  const isPeriod = isPlainDate(from) && isPlainDate(to) && from <= to && daysBetween(from, to) <= 366
  return (
    <Panel title={own ? '提交后' : '登记后'}>
      {!own && personId === null ? (
        <p className={styles.none}>先选人员，再看哪几天免填日报。</p>
      ) : isPeriod ? (
        <Sentences values={values} own={own} />
      ) : (
        <p className={styles.none}>选好日期后，这里写明哪几天免填日报。</p>
      )}
    </Panel>
  )
}

function Sentences({ values, own }: { values: AbsenceValues; own: boolean }) {
  const today = shanghaiDate(useNow())
  const me = useSession().person
  const staff = useStaff()
  const person = own ? me : staff.find(({ id }) => id === values.personId)
  const effect = useEffectOf(values, person)
  const body = wantedOf(values)
  const name = own ? '您' : (person?.name ?? '本人')
  const inTime = body.kind === 'trip' && today <= body.from
  return (
    <ul className={styles.sentences}>
      <li>
        {name}
        {periodText(body, today)}
        {body.kind === 'leave' && !body.leaveType ? absenceKindLabel.leave : whatText(body)}。
      </li>
      {effect && effect.freed.length > 0 && (
        <li>
          {own && (inTime ? '出发当天或之前登记，立即生效：' : '批准后，')}
          {daysText(effect.freed, today)}的日报免填{body.kind === 'trip' && '，回来再填出差报告'}。{' '}
          <ClauseChip clause={body.kind === 'trip' ? '五.4.3)①' : '三.3-b'} />
        </li>
      )}
      {effect?.owed.map(({ date, reason }) => (
        <li key={date}>
          {shortDate(date, today)}：{reason?.text} {reason && <ClauseChip clause={reason.clause} />}
        </li>
      ))}
      {effect && effect.closed.length > 0 && (
        <li>{daysText(effect.closed, today)}的日报已经截止，结论不变。</li>
      )}
      {body.from < today && (
        <li>
          开始之后才登记，记为“事后登记”；{own ? '批准后才算。' : '登记即视为批准。'}{' '}
          <ClauseChip clause="系统默认" dashed />
        </li>
      )}
      <li>{own ? '上级会在“今天”看到，批准或不批准都会通知您。' : `${name}会收到通知。`}</li>
    </ul>
  )
}

/** Several days are counted, a single one is named. */
function daysText(days: readonly PlainDate[], today: PlainDate): string {
  const [first = '', ...rest] = days
  const last = rest.at(-1)
  return last === undefined
    ? shortDate(first, today)
    : `${shortDate(first, today)} 至 ${shortDate(last, today)} 共 ${days.length} 个工作日`
}

function useEffectOf(values: AbsenceValues, person: { id: string; role: Role } | undefined) {
  const now = useNow()
  const calendar = useWorkCalendar()
  const { from, to, kind, portion } = wantedOf(values)
  const rules = useQuery(read('regulation', 'parameters', { query: {} })).data
  const others = useQuery({
    ...read('absences', 'list', { query: { personId: person?.id, from, to } }),
    enabled: person !== undefined,
  }).data
  if (!rules) return null
  const decisions = rules.parameters.flatMap((parameter) =>
    parameter.decisions.map(({ value, effectiveFrom }) => ({ key: parameter.key, value, effectiveFrom })),
  )
  const registeredOn = shanghaiDate(now)
  const draft: Absence = {
    kind,
    from,
    to,
    portion,
    approved: true,
    registeredOn,
    lateApproved: registeredOn > from,
  }
  const known = (others ?? [])
    .filter(stands)
    .map((absence): Absence => ({ ...absence, approved: !absence.waiting }))
  return effectOn(draft, known, { calendar, decisions, now, role: person?.role ?? 'pm' })
}
