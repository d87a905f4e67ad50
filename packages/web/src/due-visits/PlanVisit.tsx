import { DownOutlined } from '@ant-design/icons'
import type { DueVisit } from '@zhuowei/contract/due-visits.ts'
import { addDays, mondayOf, type PlainDate, shanghaiDate } from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import { addWorkingDays, firstWorkingDayOnOrAfter } from '@zhuowei/domain/calendar/working-days.ts'
import { Button, Dropdown } from 'antd'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useWorkCalendar } from '../app/useWorkCalendar.ts'
import { useNow } from '../ui/clock.ts'
import { RefusalBox } from '../ui/RefusalBox.tsx'
import { useUndo } from '../ui/UndoBar.tsx'
import styles from './DueVisits.module.css'

/** One tap puts a visit into the plan of tomorrow; the arrow offers the other usual days. */
export function PlanVisit({ customer: { id, name, plannedOn, can } }: { customer: DueVisit }) {
  const today = shanghaiDate(useNow())
  const calendar = useWorkCalendar()
  const offerUndo = useUndo()
  const changes = ['dueVisits', 'today', 'customers']
  const send = (on: PlainDate | null) => client.dueVisits.plan({ params: { id }, body: { on } })
  const takeBack = useCommand(send, { changes })
  const plan = useCommand(send, {
    changes,
    onDone: (_, on) =>
      offerUndo({
        text: on ? `${name}：计划 ${shortDate(on, today)} 拜访` : `${name}：取消了拜访计划`,
        undo: () => takeBack.mutate(plannedOn),
      }),
  })
  if (!can.plan) return <span className={styles.plan} />
  const tomorrow = addWorkingDays(calendar, today, 1)
  const days = [
    today,
    addWorkingDays(calendar, today, 2),
    firstWorkingDayOnOrAfter(calendar, addDays(mondayOf(today), 7)),
    firstWorkingDayOnOrAfter(calendar, addDays(mondayOf(today), 9)),
  ]
  const others = [...new Set(days)].filter((day) => day !== tomorrow && day !== plannedOn).sort()
  return (
    <div className={styles.plan}>
      {plannedOn ? (
        <span>已计划 {shortDate(plannedOn, today)}</span>
      ) : (
        <Button
          loading={plan.isPending}
          aria-label={`计划 ${shortDate(tomorrow, today)} 拜访${name}`}
          onClick={() => plan.mutate(tomorrow)}
        >
          计划 {shortDate(tomorrow, today)}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...others.map((day) => ({
              key: day,
              label: shortDate(day, today),
              onClick: () => plan.mutate(day),
            })),
            ...(plannedOn ? [{ key: 'none', label: '取消计划', onClick: () => plan.mutate(null) }] : []),
          ],
        }}
      >
        <Button icon={<DownOutlined />} aria-label={`换一天拜访${name}`} />
      </Dropdown>
      {plan.error && <RefusalBox error={plan.error} />}
    </div>
  )
}
