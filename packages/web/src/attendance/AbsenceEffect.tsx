import { useQuery } from '@tanstack/react-query'
import { absenceKindLabel } from '@zhuowei/contract/attendance.ts'
import { daysBetween, isPlainDate, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { Absence } from '@zhuowei/domain/reports/daily.ts'
import { read } from '../app/client.ts'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { ClauseChip } from '../ui/ClauseChip.tsx'
import { useNow } from '../ui/clock.ts'
import { Panel } from '../ui/Panel.tsx'
import styles from './AbsenceEffect.module.css'
import { type AbsenceValues, bodyOf } from './absence-values.ts'
import { effectOn } from './effect.ts'
import { useStaff } from './useStaff.ts'
import { periodText, whatText } from './words.ts'

/** What the registration will do, in sentences, before the button is pressed. */
export function AbsenceEffect({ values }: { values: AbsenceValues }) {
  const { from, to } = values
  const isPeriod = isPlainDate(from) && isPlainDate(to) && from <= to && daysBetween(from, to) <= 366
  return (
    <Panel title="登记后">
      {isPeriod ? (
        <Sentences values={values} />
      ) : (
        <p className={styles.none}>选好日期后，这里写明哪几天免填日报。</p>
      )}
    </Panel>
  )
}

function Sentences({ values }: { values: AbsenceValues }) {
  const today = shanghaiDate(useNow())
  const person = useStaff().find(({ id }) => id === values.personId)
  const effect = useEffectOf(values, person?.role ?? 'pm')
  const body = bodyOf(values)
  const name = person?.name ?? '本人'
  return (
    <ul className={styles.sentences}>
      <li>
        {name}
        {periodText(body, today)}
        {body.kind === 'leave' && !body.leaveType ? absenceKindLabel.leave : whatText(body)}。
      </li>
      {effect && effect.freed.length > 0 && (
        <li>
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
          开始之后才登记，记为“事后登记”；登记即视为批准。 <ClauseChip clause="系统默认" dashed />
        </li>
      )}
      <li>{name}会收到通知。</li>
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

function useEffectOf(values: AbsenceValues, role: Parameters<typeof effectOn>[2]['role']) {
  const now = useNow()
  const calendar = useWorkCalendar()
  const { personId } = values
  const { from, to, kind, portion } = bodyOf(values)
  const rules = useQuery(read('regulation', 'parameters', { query: {} })).data
  const others = useQuery({
    ...read('absences', 'list', { query: { personId: personId ?? undefined, from, to } }),
    enabled: personId !== null,
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
    .filter(({ cancelledAt }) => !cancelledAt)
    .map((absence): Absence => ({ ...absence, approved: true }))
  return effectOn(draft, known, { calendar, decisions, now, role })
}
