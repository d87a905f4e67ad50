import { absenceKindLabel, leaveTypeLabel, portionLabel } from '@zhuowei/domain/attendance/absence.ts'
import { attendanceDue } from '@zhuowei/domain/calendar/attendance-month.ts'
import {
  addDays,
  atShanghai,
  endOfDay,
  firstDayOfMonth,
  monthOf,
  shanghaiDate,
} from '@zhuowei/domain/calendar/dates.ts'
import { shortDate } from '@zhuowei/domain/calendar/wording.ts'
import type { DivisionRules } from '../obligations/rules.ts'
import type { Actor } from '../platform/actor.ts'
import type { Asking, Item } from '../today/items.ts'
import { visibleAbsences } from './absence-record.ts'
import { linkTo } from './absence-rules.ts'
import { mayDecideAbsence } from './access.ts'

/** Leave and trips that wait for this person's decision, due before they begin (三.3-b). */
export async function absenceItems({ db, ask, actor, now }: Asking): Promise<Item[]> {
  if (actor.role !== 'gm' && actor.role !== 'dm') return []
  const today = shanghaiDate(now)
  const rows = await ask(
    visibleAbsences(db, actor)
      .where('absences.approvedAt', 'is', null)
      .where('absences.refusedAt', 'is', null)
      .where('absences.cancelledAt', 'is', null)
      .orderBy('absences.fromDate')
      .limit(50),
  )
  return rows
    .filter(({ personId, ...row }) => mayDecideAbsence(actor, { ...row, id: personId }))
    .map((row) => {
      const { id, version, personName, kind, leaveType, place, from, to, portion, reason, registeredOn } = row
      const what = kind === 'trip' ? place : leaveType && leaveTypeLabel[leaveType]
      const half = portion === 'full' ? '' : portionLabel[portion]
      const period =
        from === to
          ? `${shortDate(from, today)}${half}`
          : `${shortDate(from, today)} 至 ${shortDate(to, today)}`
      return {
        key: `absence:${id}`,
        kind: 'absence' as const,
        title: `${personName}${kind === 'trip' ? '登记' : '申请'}${absenceKindLabel[kind]}，${period}`,
        tag: { text: '待批准', tone: 'amber' as const },
        facts: `${what}：${reason}`,
        clause: kind === 'trip' ? '五.4.3)①' : '三.3-b',
        // Asked on the day itself it is not overdue at once.
        dueAt: registeredOn < from ? atShanghai(from, '09:00') : endOfDay(registeredOn),
        action: { label: '批准', to: linkTo({ id, from }), urge: null, approve: { id, version } },
      }
    })
}

/** 三.4-c the attendance of last month is handed to the manager; on paper, so from the first day until it is due, and never red. */
export function attendanceItems(
  { attendanceClerk }: Pick<Actor, 'attendanceClerk'>,
  { calendar, parametersOn }: DivisionRules,
  today: string,
): Item[] {
  if (!attendanceClerk) return []
  const month = monthOf(addDays(firstDayOfMonth(monthOf(today)), -1))
  const dueAt = attendanceDue(month, calendar, parametersOn(today))
  if (atShanghai(today, '00:00') >= dueAt) return []
  return [
    {
      key: `attendance:${month}`,
      kind: 'attendance',
      title: `上报 ${Number(month.slice(5))} 月考勤`,
      tag: null,
      facts: '考勤月报线下交部门负责人，请假和出差从日历核对',
      clause: '三.4-c',
      dueAt,
      action: { label: '看日历', to: '/activities/calendar', urge: null, soft: true },
    },
  ]
}
