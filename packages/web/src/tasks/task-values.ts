import type { Task } from '@zhuowei/contract/tasks.ts'
import {
  addDays,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  type PlainDate,
  shanghaiDate,
  shanghaiTime,
} from '@zhuowei/domain/calendar/dates.ts'
import { namesWholeDay } from '@zhuowei/domain/calendar/deadline.ts'
import { lastWorkingDayOnOrBefore, type WorkCalendar } from '@zhuowei/domain/calendar/working-days.ts'
import { reportForms } from '@zhuowei/domain/clauses/prescribed.ts'

/** The form of a to-do and of a 交办, in which nothing may be chosen yet. */
export interface TaskValues {
  subject: string
  description: string
  ownerId: string | null
  /** `YYYY-MM-DD`, or empty for none. */
  dueOn: string
  /** `HH:mm`, or empty for the whole day. */
  dueTime: string
  customerId: string | null
  /** What the choice shows; not sent. */
  customerName: string
}

export const blankTask = (given: Partial<TaskValues> = {}): TaskValues => ({
  ...{ subject: '', description: '', ownerId: null, dueOn: '', dueTime: '' },
  ...{ customerId: null, customerName: '' },
  ...given,
})

export function valuesOf(task: Task): TaskValues {
  const { subject, description, owner, dueAt, customer } = task
  return blankTask({
    subject,
    description: description ?? '',
    ownerId: owner.id,
    ...(dueAt && momentOf(new Date(dueAt))),
    ...(customer && { customerId: customer.id, customerName: customer.name }),
  })
}

/** A whole day ends at the midnight that names it. */
function momentOf(due: Date): { dueOn: PlainDate; dueTime: string } {
  if (namesWholeDay(due)) return { dueOn: addDays(shanghaiDate(due), -1), dueTime: '' }
  return { dueOn: shanghaiDate(due), dueTime: shanghaiTime(due) }
}

export function bodyOf({ subject, description, dueOn, dueTime, customerId }: TaskValues) {
  return { subject, description, dueOn: dueOn || null, dueTime: dueTime || null, customerId }
}

/** 时间选项 in the words of the text: until the end of today, of the working week, of the working month. */
export function timeOptions(today: PlainDate, calendar: WorkCalendar): { label: string; date: PlainDate }[] {
  const last = (end: PlainDate) => {
    const day = lastWorkingDayOnOrBefore(calendar, end)
    return day < today ? end : day
  }
  return [
    { label: reportForms.daily.timeOption, date: today },
    { label: reportForms.weekly.timeOption, date: last(addDays(mondayOf(today), 6)) },
    { label: reportForms.monthly.timeOption, date: last(lastDayOfMonth(monthOf(today))) },
  ]
}

/** The first line of what was said, short enough to stand as a subject. */
export function subjectFrom(quote: string): string {
  const line = quote.split(/[\n。；;]/)[0]?.trim() ?? ''
  const letters = [...line]
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : line
}
