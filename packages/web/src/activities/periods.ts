import {
  addDays,
  firstDayOfMonth,
  mondayOf,
  monthOf,
  type PlainDate,
} from '@zhuowei/domain/calendar/dates.ts'

export interface Period {
  key: string
  label: string
  from: PlainDate
  to: PlainDate
}

/** The stretches of time that people ask for by name, up to today. */
export function usualPeriods(today: PlainDate): Period[] {
  const monday = mondayOf(today)
  const thisMonth = firstDayOfMonth(monthOf(today))
  const lastOfMonthBefore = addDays(thisMonth, -1)
  return [
    { key: 'today', label: '今天', from: today, to: today },
    { key: 'week', label: '本周', from: monday, to: addDays(monday, 6) },
    { key: 'last-week', label: '上周', from: addDays(monday, -7), to: addDays(monday, -1) },
    { key: 'month', label: '本月', from: thisMonth, to: today },
    {
      key: 'last-month',
      label: '上月',
      from: firstDayOfMonth(monthOf(lastOfMonthBefore)),
      to: lastOfMonthBefore,
    },
  ]
}
