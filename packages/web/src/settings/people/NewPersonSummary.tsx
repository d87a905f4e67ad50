import { useQuery } from '@tanstack/react-query'
import { isPlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { dateWithWeekday } from '@zhuowei/domain/calendar/wording.ts'
import { standsOutside } from '@zhuowei/domain/organisation/position.ts'
import { roleLabel } from '@zhuowei/domain/organisation/roles.ts'
import { read } from '../../app/client.ts'
import { ClauseChip } from '../../ui/ClauseChip.tsx'
import { useNow } from '../../ui/clock.ts'
import { Panel } from '../../ui/Panel.tsx'
import styles from './Departure.module.css'
import type { PersonValues } from './person-values.ts'

/** What the new colleague will be and owe, in sentences, before the button is pressed. */
export function NewPersonSummary({ values }: { values: PersonValues }) {
  const divisions = useQuery(read('organisation', 'divisions')).data?.items ?? []
  const regions = useQuery(read('organisation', 'regions', { query: {} })).data?.items ?? []
  const { role, attendanceClerk } = values
  const name = values.name.trim() || '新员工'
  const position = [
    roleLabel[role],
    ...(attendanceClerk ? ['考勤员'] : []),
    ...divisions.filter(({ id }) => id === values.divisionId).map((division) => division.name),
    ...regions.filter(({ id }) => values.regionIds.includes(id)).map((region) => region.name),
  ]
  const today = shanghaiDate(useNow())
  const past = isPlainDate(values.entryDate) && values.entryDate < today
  const from = isPlainDate(values.entryDate) ? dateWithWeekday(values.entryDate) : '入职日'
  return (
    <Panel title="办理后">
      <ul className={styles.sentences}>
        <li>
          {name}是{position.join('，')}。
        </li>
        <li>{past ? '现在' : from}起能登录；第一次登录要换密码、确认保密承诺。</li>
        {!standsOutside(role) && (
          <li>
            {past
              ? `从今天 ${dateWithWeekday(today)} 起，每个工作日要交日报；入职日期已过，录入之前的日子不计。`
              : `从${from}起，每个工作日要交日报。`}{' '}
            <ClauseChip clause="五.1" />
          </li>
        )}
      </ul>
    </Panel>
  )
}
